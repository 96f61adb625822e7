namespace ScottPlot.DataSources;

public class ScatterSourceCoordinatesArray(Coordinates[] coordinates) : IScatterSource, IGetNearest
{
    public int MinRenderIndex { get; set; }
    public int MaxRenderIndex { get; set; } = coordinates.Length - 1;

    public IReadOnlyList<Coordinates> GetScatterPoints() => coordinates.Between(MinRenderIndex, MaxRenderIndex).ToArray();

    public AxisLimits GetLimits() => new(coordinates.Between(MinRenderIndex, MaxRenderIndex));
    public CoordinateRange GetLimitsX() => GetLimits().XRange;
    public CoordinateRange GetLimitsY() => GetLimits().YRange;

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(GetScatterPoints(), MinRenderIndex, mouseLocation, renderInfo, maxDistance);
}
