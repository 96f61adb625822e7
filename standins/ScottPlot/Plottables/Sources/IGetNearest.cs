namespace ScottPlot;

public interface IGetNearest
{
    DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance);
    DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance);
}
