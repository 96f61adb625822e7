namespace ScottPlot.Colormaps;

/// <summary>Dense of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Dense : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00E6F1F1, 0x15C2DFE6, 0x19BCDCE5, 0x1FB2D7E4, 0x3396C5E2, 0x3F87BAE3, 0x4C7BADE4, 0x5576A4E5, 0x5F7498E4, 0x667390E3,
        0x7E7773D7, 0x7F7772D6, 0x967958BF, 0x997954BB, 0x9F784EB3, 0xAA7642A5, 0xB2743B99, 0xBF6F2E85, 0xCC682471, 0xDF5A1851,
        0xE5541548, 0xF641112F, 0xFF360E24,
    ]);

    public string Name => "Dense";
    public Color GetColor(double position) => Table.GetColor(position);
}
