namespace ScottPlot.Colormaps;

/// <summary>Viridis by N. J. Smith, S. van der Walt and E. Firing, in the public domain.</summary>
public class Viridis : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00440154, 0x17482172, 0x19482374, 0x1F472B7A, 0x33404387, 0x3F3B518A, 0x4C345E8D, 0x5530678D, 0x5F2C718E, 0x6629788E,
        0x7F208F8C, 0x911EA087, 0x9922A784, 0x9F27AD80, 0xAA35B778, 0xB242BE71, 0xBF5BC862, 0xCC79D151, 0xDFAADB32, 0xE5BADE27,
        0xEED2E11B, 0xF3DFE318, 0xFAF1E51C, 0xFFFDE724,
    ]);

    public string Name => "Viridis";
    public Color GetColor(double position) => Table.GetColor(position);
}
