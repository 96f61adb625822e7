using ScottPlot.Rendering;

namespace ScottPlot.PathStrategies;

/// <summary>A smooth line through all points (Catmull-Rom). The larger the tension, the straighter.</summary>
public class CubicSpline : IPathStrategy
{
    public double Tension { get; set; } = 1;

    CanvasPath IPathStrategy.GetPath(IEnumerable<Pixel> pixels) => GetPath(pixels);

    void IPathStrategy.Draw(Canvas canvas, IReadOnlyList<Pixel> pixels, LineStyle style) => canvas.DrawPath(GetPath(pixels), style);

    private CanvasPath GetPath(IEnumerable<Pixel> pixels)
    {
        CanvasPath path = new();
        foreach (List<Pixel> run in PixelRuns.Of(pixels).Where(run => run.Count > 1))
            AddCurve(path, run);
        return path;
    }

    // Where a run ends its end point stands for the neighbour it lacks; a run that comes back to its start goes on around.
    private void AddCurve(CanvasPath path, List<Pixel> run)
    {
        bool isClosed = run[0] == run[^1];
        Pixel before = isClosed ? run[^2] : run[0], after = isClosed ? run[1] : run[^1];
        List<Pixel> p = [before, .. run, after];
        float reach = 6 * (float)Tension;

        path.MoveTo(run[0].X, run[0].Y);
        for (int i = 1; i < p.Count - 2; i++)
            path.CubicTo(p[i] + (p[i + 1] - p[i - 1]) / reach, p[i + 1] - (p[i + 2] - p[i]) / reach, p[i + 1]);
    }
}
