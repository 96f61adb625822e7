namespace ScottPlot.Palettes;

public class SnowStorm : IPalette
{
    public string Name => "Snow Storm";
    public string Description => "From the Nord collection of palettes: https://github.com/arcticicestudio/nord";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xD8DEE9), Color.Opaque(0xE5E9F0), Color.Opaque(0xECEFF4),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
