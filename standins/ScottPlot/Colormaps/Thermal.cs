namespace ScottPlot.Colormaps;

/// <summary>Thermal of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Thermal : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00042333, 0x12092F59, 0x190F326A, 0x1F17337A, 0x28273491, 0x2F37339D, 0x3340349F, 0x3C50399E, 0x3F553B9D, 0x4C674396,
        0x55744992, 0x5F814F8F, 0x668B538D, 0x7FAF5F82, 0x90C96775, 0x99D66C6C, 0x9FDE7065, 0xAAEB7958, 0xB2F2814E, 0xBFF99242,
        0xCCFCA63C, 0xDCFABF3F, 0xDFF9C441, 0xE5F7CE45, 0xFAECF256, 0xFFE8FA5B,
    ]);

    public string Name => "Thermal";
    public Color GetColor(double position) => Table.GetColor(position);
}
