using ScottPlot;

namespace Experiments.Charts;

/// <summary>Markers without a line, the same in every chart.</summary>
public static class Dots
{
    private const float OutlineWidth = 2;

    /// <summary>Adds a marker at every point.</summary>
    public static void Add(
        Plot plot, IEnumerable<(double X, double Y)> points, Color color, float size, MarkerShape shape = MarkerShape.FilledCircle)
    {
        Coordinates[] places = [.. points.Select(point => new Coordinates(point.X, point.Y))];
        if (places.Length > 0)
        {
            var dots = plot.Add.ScatterPoints(places, color);
            dots.MarkerShape = shape;
            dots.MarkerSize = size;
            dots.MarkerLineWidth = OutlineWidth;
        }
    }

    /// <summary>A marker as it stands in the legend.</summary>
    public static LegendItem LegendItem(string text, Color color, float size, MarkerShape shape = MarkerShape.FilledCircle) =>
        new() { LabelText = text, MarkerShape = shape, MarkerSize = size, MarkerLineWidth = OutlineWidth, MarkerColor = color };
}
