namespace ScottPlot.Palettes;

public class Penumbra : IPalette
{
    public string Name => "Penumbra";
    public string Description => "A perceptually uniform color palette by Neal McKee: https://github.com/nealmckee/penumbra";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xCB7459), Color.Opaque(0xA38F2D), Color.Opaque(0x46A473), Color.Opaque(0x00A0BE), Color.Opaque(0x7E87D6),
        Color.Opaque(0xBD72A8),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
