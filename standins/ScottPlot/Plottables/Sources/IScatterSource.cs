namespace ScottPlot;

public interface IScatterSource
{
    IReadOnlyList<Coordinates> GetScatterPoints();
    DataPoint GetNearest(Coordinates location, RenderDetails renderInfo, float maxDistance = 15);
    DataPoint GetNearestX(Coordinates location, RenderDetails renderInfo, float maxDistance = 15);
    CoordinateRange GetLimitsX();
    CoordinateRange GetLimitsY();
    AxisLimits GetLimits();
    int MinRenderIndex { get; set; }
    int MaxRenderIndex { get; set; }
}
