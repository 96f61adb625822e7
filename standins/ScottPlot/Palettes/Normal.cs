namespace ScottPlot.Palettes;

public class Normal : IPalette
{
    public string Name => "Xgfs Normal 6";
    public string Description => "A color palette adapted from Tsitsulin's 6-color normal xgfs palette: http://tsitsul.in/blog/coloropt";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x4053D3), Color.Opaque(0xDDB310), Color.Opaque(0xB51D14), Color.Opaque(0x00BEFF), Color.Opaque(0xFB49B0),
        Color.Opaque(0x00B25D), Color.Opaque(0xCACACA),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
