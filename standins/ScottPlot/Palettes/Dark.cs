namespace ScottPlot.Palettes;

/// <summary>ColorBrewer, Dark2.</summary>
public class Dark : IPalette
{
    public string Name => "Dark";
    public string Description => "A qualitative 8-color palette generated using colorbrewer2.org";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x1B9E77), Color.Opaque(0xD95F02), Color.Opaque(0x7570B3), Color.Opaque(0xE7298A), Color.Opaque(0x66A61E),
        Color.Opaque(0xE6AB02), Color.Opaque(0xA6761D), Color.Opaque(0x666666),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
