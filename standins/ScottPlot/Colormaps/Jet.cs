namespace ScottPlot.Colormaps;

/// <summary>The rainbow of old, without its perceptual virtues.</summary>
public class Jet : IColormap
{
    private static readonly ControlPoints Table = new(
    [
        0x0000007F, 0x190000F1, 0x1C0000FE, 0x1F0000FF, 0x200000FF, 0x33004CFF, 0x3F007CFF, 0x4C00B0FF, 0x5500D4FF, 0x5700DCFE,
        0x5A02E8F4, 0x5F12FCE4, 0x6118FFDD, 0x6629FFCD, 0x7F79FF7D, 0x99CDFF29, 0x9FE0FF15, 0xA3EDFF08, 0xA6F7F400, 0xA8FEED00,
        0xAAFFE500, 0xB2FFC800, 0xBFFF9800, 0xCCFF6700, 0xDFFF2100, 0xE3FE1200, 0xE5F50B00, 0xE8E80000, 0xFF7F0000,
    ]);

    public string Name => "Jet";
    public Color GetColor(double position) => Table.GetColor(position);
}
