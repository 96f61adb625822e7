namespace ScottPlot.Palettes;

public class LightSpectrum : IPalette
{
    public string Name => "Light spectrum";
    public string Description => "A 9-color palette by Arthurits created by lightening the colors in the visible spectrum";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xFCE5E6), Color.Opaque(0xFFF8E7), Color.Opaque(0xFFFCE8), Color.Opaque(0xEFF5E4), Color.Opaque(0xE7F2E6),
        Color.Opaque(0xDDF0F5), Color.Opaque(0xE6F2FC), Color.Opaque(0xE6EAF7), Color.Opaque(0xEEE0F0),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
