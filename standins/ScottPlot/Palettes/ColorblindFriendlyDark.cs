namespace ScottPlot.Palettes;

/// <summary>The complements of <see cref="ColorblindFriendly"/>, for dark grounds.</summary>
public class ColorblindFriendlyDark : IPalette
{
    private readonly IPalette inverted = new ColorblindFriendly().Inverted();

    public string Name => inverted.Name;
    public string Description => inverted.Description;
    public Color[] Colors => inverted.Colors;

    public Color GetColor(int index) => inverted.GetColor(index);
}
