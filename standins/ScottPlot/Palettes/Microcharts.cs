namespace ScottPlot.Palettes;

public class Microcharts : IPalette
{
    public string Name => "Microcharts";
    public string Description =>
        "Soft color palette sourced from the Microcharts project: " +
        "https://github.com/microcharts-dotnet/Microcharts";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0x266489), Color.Opaque(0x68B9C0), Color.Opaque(0x90D585), Color.Opaque(0xF3C151), Color.Opaque(0xF37F64),
        Color.Opaque(0x424856), Color.Opaque(0x8F97A4), Color.Opaque(0xDAC096), Color.Opaque(0x76846E), Color.Opaque(0xDABFAF),
        Color.Opaque(0xA65B69), Color.Opaque(0x97A69D),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
