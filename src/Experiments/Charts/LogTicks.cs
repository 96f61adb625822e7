using ScottPlot;

namespace Experiments.Charts;

/// <summary>Ticks of an axis on which positions are base-10 logarithms: marks it as such an axis.</summary>
/// <param name="ticks">Makes the ticks.</param>
internal sealed class LogTicks(ITickGenerator ticks) : ITickGenerator
{
    /// <summary>Where zeros stand, below all that has a logarithm; null if there are none.</summary>
    public double? Zero { get; init; }

    public Tick[] Ticks => ticks.Ticks;

    public int MaxTickCount
    {
        get => ticks.MaxTickCount;
        set => ticks.MaxTickCount = value;
    }

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle) =>
        ticks.Regenerate(range, edge, size, paint, labelStyle);
}
