namespace ScottPlot.Palettes;

public class PolarNight : IPalette
{
    public string Name => "Polar Night";
    public string Description => "From the Nord collection of palettes: https://github.com/arcticicestudio/nord";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x2E3440), Color.Opaque(0x3B4252), Color.Opaque(0x434C5E), Color.Opaque(0x4C566A),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
