namespace ScottPlot.Palettes;

public class SummerSplash : IPalette
{
    public string Name => "Summer Splash";
    public string Description => string.Empty;

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x05445E), Color.Opaque(0x189AB4), Color.Opaque(0x75E6DA), Color.Opaque(0xD4F1F4),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
