namespace ScottPlot.Palettes;

public class Redness : IPalette
{
    public string Name => "Redness";
    public string Description => string.Empty;

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xFF0000), Color.Opaque(0xFF4F00), Color.Opaque(0xFFA900), Color.Opaque(0x900303), Color.Opaque(0xFF8181),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
