namespace ScottPlot;

public static class IPaletteExtensions
{
    public static Color[] GetColors(this IPalette palette, int count) => Enumerable.Range(0, count).Select(palette.GetColor).ToArray();
    public static int Count(this IPalette palette) => palette.Colors.Length;

    public static IPalette Inverted(this IPalette palette) =>
        new Palettes.Custom(palette.Colors.Select(c => c.Inverted()), $"{palette.Name} (inverted)", palette.Description);

    public static IPalette InvertedHue(this IPalette palette) =>
        new Palettes.Custom(palette.Colors.Select(c => c.InvertedHue()), $"{palette.Name} (inverted hue)", palette.Description);
}
