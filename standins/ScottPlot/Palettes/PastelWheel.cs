namespace ScottPlot.Palettes;

public class PastelWheel : IPalette
{
    public string Name => "Pastel wheel";
    public string Description => "A 12-color palette by Arthurits created by lightening the color wheel";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xF8C5C7), Color.Opaque(0xFADEC3), Color.Opaque(0xFBF6C4), Color.Opaque(0xE1ECC8), Color.Opaque(0xD7E8CB),
        Color.Opaque(0xDAEBD7), Color.Opaque(0xD9EEF3), Color.Opaque(0xCADBED), Color.Opaque(0xC7D2E6), Color.Opaque(0xD4D1E5),
        Color.Opaque(0xE8D3E6), Color.Opaque(0xF8C7DE),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
