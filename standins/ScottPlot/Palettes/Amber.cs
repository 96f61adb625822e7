namespace ScottPlot.Palettes;

/// <summary>Amber shades of Material Design.</summary>
public class Amber : IPalette
{
    public string Name => "Amber";
    public string Description => string.Empty;

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xFF6F00), Color.Opaque(0xFF8F00), Color.Opaque(0xFFA000), Color.Opaque(0xFFB300), Color.Opaque(0xFFC107),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
