namespace ScottPlot.Colormaps;

/// <summary>Turbid of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Turbid : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00E9F6AB, 0x19DBD987, 0x1FD9D27F, 0x33CFBC66, 0x3FCAAF59, 0x4CC4A14D, 0x55BF9747, 0x5FB98D42, 0x66B58740, 0x7FA2713B,
        0x998A5E3A, 0x9F845A39, 0xAA795338, 0xB2714E37, 0xBF634634, 0xCC563E30, 0xDF423329, 0xE53C2F27, 0xFF221F1B,
    ]);

    public string Name => "Turbid";
    public Color GetColor(double position) => Table.GetColor(position);
}
