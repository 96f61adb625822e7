namespace ScottPlot;

public interface IAxis : IPanel
{
    CoordinateRangeMutable Range { get; }
    double Min { get; set; }
    double Max { get; set; }
    ITickGenerator TickGenerator { get; set; }
    LabelStyle Label { get; }
    TickMarkStyle MajorTickStyle { get; set; }
    TickMarkStyle MinorTickStyle { get; set; }
    LabelStyle TickLabelStyle { get; set; }
    LineStyle FrameLineStyle { get; }

    float GetPixel(double position, PixelRect dataArea);
    double GetCoordinate(float pixel, PixelRect dataArea);
    double GetPixelDistance(double coordinateDistance, PixelRect dataArea);
    double GetCoordinateDistance(float pixelDistance, PixelRect dataArea);

    /// <summary>Manual ticks at the given places.</summary>
    void SetTicks(double[] xs, string[] labels);

    void RegenerateTicks(PixelLength size, Paint paint);
}

public interface IXAxis : IAxis
{
    double Width { get; }
}

public interface IYAxis : IAxis
{
    double Height { get; }
}

public static class IAxisExtensions
{
    public static CoordinateRange GetRange(this IAxis axis) => new(axis.Min, axis.Max);

    public static bool IsInverted(this IAxis axis) => axis.Min > axis.Max;

    public static void RemoveTickGenerator(this IAxis axis) => axis.TickGenerator = new TickGenerators.EmptyTickGenerator();

    /// <summary>No size and no ticks, so that the data area reaches the figure's edge.</summary>
    public static void Collapse(this IAxis axis)
    {
        axis.MaximumSize = 0;
        axis.RemoveTickGenerator();
    }
}
