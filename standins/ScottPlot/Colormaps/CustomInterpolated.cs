namespace ScottPlot.Colormaps;

/// <summary>Runs in straight lines from colour to colour, all at equal distances.</summary>
public class CustomInterpolated : IColormap
{
    private readonly Color[] colors;

    public CustomInterpolated(Color[] colors) => this.colors = colors.Length switch
    {
        0 => [Colors.Transparent, Colors.Transparent],
        1 => [colors[0], colors[0]],
        _ => colors,
    };

    public string Name => "Interpolated";

    public Color GetColor(double position)
    {
        if (position <= 0)
            return colors[0];
        if (position >= 1)
            return colors[^1];
        double step = 1.0 / (colors.Length - 1);
        int before = (int)(position / step);
        return colors[before].MixedWith(colors[before + 1], (position - step * before) / step);
    }
}
