namespace ScottPlot;

public interface ITickGenerator
{
    /// <summary>What the next render draws.</summary>
    Tick[] Ticks { get; }

    int MaxTickCount { get; set; }

    /// <summary>Sets <see cref="Ticks"/> for an axis of the given range and length.</summary>
    void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle);
}

public interface IMinorTickGenerator
{
    IEnumerable<double> GetMinorTicks(double[] majorTicks, CoordinateRange visibleRange);
}
