namespace ScottPlot.Palettes;

public class OneHalfDark : IPalette
{
    public string Name => "One Half (Dark)";
    public string Description => "A Sublime color scheme by Son A. Pham: https://github.com/sonph/onehalf";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xE06C75), Color.Opaque(0x98C379), Color.Opaque(0xE5C07B), Color.Opaque(0x61AFF0), Color.Opaque(0xC678DD),
        Color.Opaque(0x56B6C2), Color.Opaque(0xDCDFE4),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
