namespace ScottPlot.Colormaps;

/// <summary>Amp of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Amp : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00F1EDEC, 0x19E5CFC9, 0x1FE3C8C0, 0x33DCB1A3, 0x3FD7A492, 0x4CD3957F, 0x55D08B73, 0x5FCC7F65, 0x66CA775B, 0x7FC0593C,
        0x90B8442B, 0x99B33826, 0x9FAF3024, 0xAAA62225, 0xB29E1A26, 0xBF901029, 0xCC7F0E29, 0xDF650F24, 0xE55D0E21, 0xFF3C0912,
    ]);

    public string Name => "Amp";
    public Color GetColor(double position) => Table.GetColor(position);
}
