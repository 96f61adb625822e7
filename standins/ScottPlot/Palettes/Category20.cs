namespace ScottPlot.Palettes;

/// <summary>Tableau 20, published by Vega and D3 under a BSD licence.</summary>
public class Category20 : IPalette
{
    public string Name => "Category 20";
    public string Description => "A set of 20 unque colors used in many data visualization libraries such as Matplotlib, Vega, and Tableau";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x1F77B4), Color.Opaque(0xAEC7E8), Color.Opaque(0xFF7F0E), Color.Opaque(0xFFBB78), Color.Opaque(0x2CA02C),
        Color.Opaque(0x98DF8A), Color.Opaque(0xD62728), Color.Opaque(0xFF9896), Color.Opaque(0x9467BD), Color.Opaque(0xC5B0D5),
        Color.Opaque(0x8C564B), Color.Opaque(0xC49C94), Color.Opaque(0xE377C2), Color.Opaque(0xF7B6D2), Color.Opaque(0x7F7F7F),
        Color.Opaque(0xC7C7C7), Color.Opaque(0xBCBD22), Color.Opaque(0xDBDB8D), Color.Opaque(0x17BECF), Color.Opaque(0x9EDAE5),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
