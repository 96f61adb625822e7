namespace ScottPlot.Palettes;

public class Tsitsulin : IPalette
{
    public string Name => "Xgfs 25";
    public string Description =>
        "A 25-color palette by Arthurits adapted from Tsitsulin's 12-color xgfs palette: " +
        "http://tsitsul.in/blog/coloropt";

    public Color[] Colors { get; } =
    [
        Color.Opaque(0xEBAC23), Color.Opaque(0xB80058), Color.Opaque(0x008CF9), Color.Opaque(0x006E00), Color.Opaque(0x00BBAD),
        Color.Opaque(0xD163E6), Color.Opaque(0xB24502), Color.Opaque(0xFF9287), Color.Opaque(0x5954D6), Color.Opaque(0x00C6F8),
        Color.Opaque(0x878500), Color.Opaque(0x00A76C), Color.Opaque(0xF6DA9C), Color.Opaque(0xFF5CAA), Color.Opaque(0x8ACCFF),
        Color.Opaque(0x4BFF4B), Color.Opaque(0x6EFFF4), Color.Opaque(0xEDC1F5), Color.Opaque(0xFEAE7C), Color.Opaque(0xFFC8C3),
        Color.Opaque(0xBDBBEF), Color.Opaque(0xBDF2FF), Color.Opaque(0xFFFC43), Color.Opaque(0x65FFC8), Color.Opaque(0xAAAAAA),
    ];

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
