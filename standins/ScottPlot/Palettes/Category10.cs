namespace ScottPlot.Palettes;

/// <summary>Tableau 10, published by Vega and D3 under a BSD licence.</summary>
public class Category10 : IPalette
{
    public string Name => "Category 10";
    public string Description => "A set of 10 unque colors used in many data visualization libraries such as Matplotlib, Vega, and Tableau";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x1F77B4), Color.Opaque(0xFF7F0E), Color.Opaque(0x2CA02C), Color.Opaque(0xD62728), Color.Opaque(0x9467BD),
        Color.Opaque(0x8C564B), Color.Opaque(0xE377C2), Color.Opaque(0x7F7F7F), Color.Opaque(0xBCBD22), Color.Opaque(0x17BECF),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
