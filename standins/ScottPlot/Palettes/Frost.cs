namespace ScottPlot.Palettes;

/// <summary>Nord colour scheme, Frost.</summary>
public class Frost : IPalette
{
    public string Name => "Frost";
    public string Description => "From the Nord collection of palettes: https://github.com/arcticicestudio/nord";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x8FBCBB), Color.Opaque(0x88C0D0), Color.Opaque(0x81A1C1), Color.Opaque(0x5E81AC),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
