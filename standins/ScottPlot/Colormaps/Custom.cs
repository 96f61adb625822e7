namespace ScottPlot.Colormaps;

public class Custom(Color[] colors, bool smooth = true) : IColormap
{
    private readonly IColormap map = Colormap.FromColors(colors, smooth);

    public string Name => map.Name;
    public Color GetColor(double position) => map.GetColor(position);
}
