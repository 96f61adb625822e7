namespace ScottPlot.Colormaps;

/// <summary>Steps from colour to colour.</summary>
public class CustomPalette(Color[] colors, string name = "custom") : IColormap
{
    public string Name { get; } = name;

    public Color GetColor(double position) => colors[(int)((colors.Length - 1) * Math.Clamp(position, 0, 1))];
}
