namespace ScottPlot.Palettes;

/// <summary>B. Wong, Points of view: Color blindness, Nature Methods 8 (2011).</summary>
public class ColorblindFriendly : IPalette
{
    public string Name => "Colorblind Friendly";
    public string Description =>
        "A set of 8 colorblind-friendly colors from Bang Wong's Nature Methods paper " +
        "https://www.nature.com/articles/nmeth.1618.pdf";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x000000), Color.Opaque(0xE69F00), Color.Opaque(0x56B4E9), Color.Opaque(0x009E73), Color.Opaque(0xF0E442),
        Color.Opaque(0x0072B2), Color.Opaque(0xD55E00), Color.Opaque(0xCC79A7),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
