namespace ScottPlot.DataSources;

public class ScatterSourceGenericList<T1, T2>(List<T1> xs, List<T2> ys) : IScatterSource, IGetNearest
{
    public int MinRenderIndex { get; set; }
    public int MaxRenderIndex { get; set; } = int.MaxValue;

    public IReadOnlyList<Coordinates> GetScatterPoints() => xs
        .Zip(ys, (x, y) => new Coordinates(Numbers.ToDouble(x), Numbers.ToDouble(y)))
        .Between(MinRenderIndex, MaxRenderIndex)
        .ToArray();

    public AxisLimits GetLimits() => new(GetLimitsX(), GetLimitsY());
    public CoordinateRange GetLimitsX() => CoordinateRange.Extrema(Numbers.ToDoubles(xs.Between(MinRenderIndex, MaxRenderIndex)));
    public CoordinateRange GetLimitsY() => CoordinateRange.Extrema(Numbers.ToDoubles(ys.Between(MinRenderIndex, MaxRenderIndex)));

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);
}
