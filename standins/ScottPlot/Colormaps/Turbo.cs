namespace ScottPlot.Colormaps;

/// <summary>Turbo by A. Mikhailov (Google AI blog, 2019).</summary>
public class Turbo : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x0030123B, 0x08392A73, 0x104040A2, 0x184456C7, 0x194559CB, 0x1F4669E0, 0x27467DF4, 0x2D458CFD, 0x333E9BFE, 0x3A33ADF7,
        0x3F2AB9EE, 0x4A1AD2D2, 0x4C19D5CD, 0x5419E3B9, 0x551AE4B6, 0x5C27EEA4, 0x5F2FF19B, 0x6646F884, 0x7580FF53, 0x7D9CFE40,
        0x7FA1FD3D, 0x87B7F735, 0x93D4E735, 0x99E1DD37, 0x9FECD13A, 0xA9F9BC39, 0xAAFABA39, 0xB2FEA732, 0xBEFC8423, 0xBFFB8122,
        0xCCF05B12, 0xD5E4450A, 0xDFD23105, 0xE5C52603, 0xF2A41301, 0xFF7A0403,
    ]);

    public string Name => "Turbo";
    public Color GetColor(double position) => Table.GetColor(position);
}
