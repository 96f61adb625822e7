using ScottPlot.Rendering;

namespace ScottPlot.PathStrategies;

public class Straight : IPathStrategy
{
    CanvasPath IPathStrategy.GetPath(IEnumerable<Pixel> pixels)
    {
        CanvasPath path = new();
        foreach (List<Pixel> run in PixelRuns.Of(pixels))
            path.AddPolyline(run);
        return path;
    }

    void IPathStrategy.Draw(Canvas canvas, IReadOnlyList<Pixel> pixels, LineStyle style) => Draw(canvas, pixels, style);

    internal static void Draw(Canvas canvas, IEnumerable<Pixel> pixels, LineStyle style)
    {
        foreach (List<Pixel> run in PixelRuns.Of(pixels))
            canvas.DrawLines(run, style);
    }
}
