namespace ScottPlot.Colormaps;

internal sealed class Inverted(IColormap original) : IColormap
{
    public string Name => $"{original.Name} (inverted)";
    public Color GetColor(double position) => original.GetColor(position).Inverted();
}
