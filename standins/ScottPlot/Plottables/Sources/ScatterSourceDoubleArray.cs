namespace ScottPlot.DataSources;

// What one array has more than the other is passed over without a word, as in the package.
public class ScatterSourceDoubleArray(double[] xs, double[] ys) : IScatterSource, IGetNearest
{
    public int MinRenderIndex { get; set; }
    public int MaxRenderIndex { get; set; } = Math.Min(xs.Length, ys.Length) - 1;

    public IReadOnlyList<Coordinates> GetScatterPoints() => xs
        .Zip(ys, (x, y) => new Coordinates(x, y))
        .Between(MinRenderIndex, MaxRenderIndex)
        .ToArray();

    public AxisLimits GetLimits() => new(GetLimitsX(), GetLimitsY());
    public CoordinateRange GetLimitsX() => CoordinateRange.Extrema(xs.Between(MinRenderIndex, MaxRenderIndex));
    public CoordinateRange GetLimitsY() => CoordinateRange.Extrema(ys.Between(MinRenderIndex, MaxRenderIndex));

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);
}
