namespace ScottPlot;

public class AxisGradientColorPosition(Color color, double position)
{
    public Color Color { get; set; } = color;
    public double Position { get; set; } = position;
}
