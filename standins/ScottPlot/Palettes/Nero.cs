namespace ScottPlot.Palettes;

public class Nero : IPalette
{
    public string Name => "Nero";
    public string Description => string.Empty;

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x013A20), Color.Opaque(0x478C5C), Color.Opaque(0x94C973), Color.Opaque(0xBACC81), Color.Opaque(0xCDD193),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
