namespace ScottPlot.Palettes;

public class OneHalf : IPalette
{
    public string Name => "One Half";
    public string Description => "A Sublime color scheme by Son A. Pham: https://github.com/sonph/onehalf";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x383A42), Color.Opaque(0xE4564A), Color.Opaque(0x50A14F), Color.Opaque(0xC18402), Color.Opaque(0x0084BC),
        Color.Opaque(0xA626A4), Color.Opaque(0x0897B3),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
