namespace ScottPlot.Colormaps;

internal sealed class InvertedHue(IColormap original) : IColormap
{
    public string Name => $"{original.Name} (inverted hue)";
    public Color GetColor(double position) => original.GetColor(position).InvertedHue();
}
