namespace ScottPlot;

/// <summary>Values at ascending places in x.</summary>
public interface ISignalXYSource
{
    int Count { get; }
    double XOffset { get; set; }
    double YOffset { get; set; }
    double YScale { get; set; }
    double XScale { get; set; }
    int MinimumIndex { get; set; }
    int MaximumIndex { get; set; }

    /// <summary>Whether x runs upwards and y to the right.</summary>
    bool Rotated { get; set; }

    AxisLimits GetAxisLimits();
    IReadOnlyList<Pixel> GetPixelsToDraw(RenderPack rp, IAxes axes, ConnectStyle connectStyle);
    DataPoint GetNearest(Coordinates location, RenderDetails renderInfo, float maxDistance = 15);
    DataPoint GetNearestX(Coordinates location, RenderDetails renderInfo, float maxDistance = 15);
}
