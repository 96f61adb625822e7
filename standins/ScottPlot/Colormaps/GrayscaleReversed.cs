namespace ScottPlot.Colormaps;

public class GrayscaleReversed : IColormap
{
    public string Name => "Grayscale Reversed";
    public Color GetColor(double normalizedIntensity) => Color.Gray((byte)(255 - (byte)(255 * Math.Clamp(normalizedIntensity, 0, 1))));
}
