namespace ScottPlot.Colormaps;

/// <summary>Tempo of cmocean (K. M. Thyng et al., Oceanography 29 (2016), 9).</summary>
public class Tempo : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00FFF6F4, 0x19DCDFD0, 0x1FD3DAC8, 0x33B6CBAF, 0x3FA3C2A2, 0x4C8DB997, 0x557DB390, 0x5F6BAC8A, 0x665DA786, 0x7F2C947F,
        0x8E16877C, 0x99117D79, 0x9F117777, 0xAA156D73, 0xB218656F, 0xBF1B5968, 0xCC1C4D61, 0xDF1B3C56, 0xE51A3652, 0xFF151D44,
    ]);

    public string Name => "Tempo";
    public Color GetColor(double position) => Table.GetColor(position);
}
