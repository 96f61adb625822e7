namespace ScottPlot.Palettes;

public class Nord : IPalette
{
    public string Name => "Nord";
    public string Description => "From the Nord ConEmu color scheme: https://github.com/arcticicestudio/nord-conemu";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xBF616A), Color.Opaque(0xA3BE8C), Color.Opaque(0xEBCB8B), Color.Opaque(0x81A1C1), Color.Opaque(0xB48EAD),
        Color.Opaque(0x88C0D0), Color.Opaque(0xE5E9F0),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
