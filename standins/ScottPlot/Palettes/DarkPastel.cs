namespace ScottPlot.Palettes;

/// <summary>ColorBrewer, Set2.</summary>
public class DarkPastel : IPalette
{
    public string Name => "Dark Pastel";
    public string Description => "A qualitative 8-color palette generated using colorbrewer2.org";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x66C2A5), Color.Opaque(0xFC8D62), Color.Opaque(0x8DA0CB), Color.Opaque(0xE78AC3), Color.Opaque(0xA6D854),
        Color.Opaque(0xFFD92F), Color.Opaque(0xE5C494), Color.Opaque(0xB3B3B3),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
