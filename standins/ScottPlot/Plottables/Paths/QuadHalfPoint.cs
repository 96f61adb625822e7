using ScottPlot.Rendering;

namespace ScottPlot.PathStrategies;

/// <summary>A smooth line that is level at every point.</summary>
public class QuadHalfPoint : IPathStrategy
{
    CanvasPath IPathStrategy.GetPath(IEnumerable<Pixel> pixels) => GetPath(pixels);

    void IPathStrategy.Draw(Canvas canvas, IReadOnlyList<Pixel> pixels, LineStyle style) => canvas.DrawPath(GetPath(pixels), style);

    private static CanvasPath GetPath(IEnumerable<Pixel> pixels)
    {
        CanvasPath path = new();
        foreach (List<Pixel> run in PixelRuns.Of(pixels))
        {
            path.MoveTo(run[0].X, run[0].Y);
            foreach ((Pixel from, Pixel to) in run.Zip(run.Skip(1)))
            {
                Pixel half = (from + to) / 2;
                AddQuadratic(path, from, new(half.X, from.Y), half);
                AddQuadratic(path, half, new(half.X, to.Y), to);
            }
        }
        return path;
    }

    // A parabola is the cubic whose control points lie two thirds of the way to its own.
    private static void AddQuadratic(CanvasPath path, Pixel from, Pixel control, Pixel to) =>
        path.CubicTo(from + (control - from) * (2 / 3f), to + (control - to) * (2 / 3f), to);
}
