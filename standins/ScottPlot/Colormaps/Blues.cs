namespace ScottPlot.Colormaps;

/// <summary>Blues of ColorBrewer, from dark to light.</summary>
public class Blues : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x00002655, 0x19073C7C, 0x1F094285, 0x331055A2, 0x3F1460B1, 0x4C196CBF, 0x551E75C8, 0x5F257ED0, 0x662C84D6, 0x784092E0,
        0x7F4A97E3, 0x9970AAEB, 0x9F78AEEC, 0xAA88B6EE, 0xB293BCF0, 0xBFA5C7F2, 0xCCB7D2F5, 0xDFD1E2F8, 0xE5DAE7F9, 0xFFFFFFFF,
    ]);

    public string Name => "Blues";
    public Color GetColor(double position) => Table.GetColor(position);
}
