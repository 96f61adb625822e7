namespace ScottPlot.Palettes;

/// <summary>Nord colour scheme, Aurora.</summary>
public class Aurora : IPalette
{
    public string Name => "Aurora";
    public string Description => "From the Nord collection of palettes: https://github.com/arcticicestudio/nord";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xBF616A), Color.Opaque(0xD08770), Color.Opaque(0xEBCB8B), Color.Opaque(0xA3BE8C), Color.Opaque(0xB48EAD),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
