namespace ScottPlot.Colormaps;

/// <summary>Magma by N. J. Smith, S. van der Walt and E. Firing, in the public domain.</summary>
public class Magma : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00000003, 0x0B050417, 0x19140D35, 0x1F1B1044, 0x2E321067, 0x333B0F6F, 0x3F4F117B, 0x4C63197F, 0x55711F81, 0x5F812581,
        0x668C2980, 0x7EB3357A, 0x7FB53679, 0x94D6446C, 0x99DD4968, 0x9FE55063, 0xAAF0605D, 0xB2F66E5B, 0xBFFB8660, 0xCCFD9F6C,
        0xDFFEC286, 0xE5FDCD90, 0xFEFBFABD, 0xFFFBFCBF,
    ]);

    public string Name => "Magma";
    public Color GetColor(double position) => Table.GetColor(position);
}
