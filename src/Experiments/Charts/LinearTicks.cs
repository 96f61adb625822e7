using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>Ticks of a linear axis: labels with as many decimals as each other, and none where the quantity cannot be.</summary>
/// <param name="least">The least value that the quantity can have.</param>
/// <param name="greatest">The greatest value that the quantity can have.</param>
/// <param name="spacing">Least pixels from label to label.</param>
internal sealed class LinearTicks(
    double least = double.NegativeInfinity, double greatest = double.PositiveInfinity, float spacing = LinearTicks.SpacingOnLeft)
    : ITickGenerator
{
    /// <summary>Least pixels from label to label on a left axis.</summary>
    public const float SpacingOnLeft = 22;

    /// <summary>Least pixels from label to label on a bottom axis.</summary>
    public const float SpacingOnBottom = 70;

    private readonly NumericAutomatic automatic = new() { MinimumTickSpacing = spacing };

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount
    {
        get => automatic.MaxTickCount;
        set => automatic.MaxTickCount = value;
    }

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        automatic.Regenerate(range, edge, size, paint, labelStyle);
        var possible = automatic.Ticks.Where(tick => tick.Position >= least && tick.Position <= greatest).ToList();
        var decimals = possible.Select(tick => tick.Label.Split('.') is [_, var behind] ? behind.Length : 0).DefaultIfEmpty(0).Max();
        Ticks = [.. possible.Select(tick => tick.IsMajor ? Tick.Major(tick.Position, Label(tick, decimals)) : tick)];
    }

    // ScottPlot writes very large and very small numbers as 1E+06: these stay as they are. Adding 0 makes −0 a 0.
    private static string Label(Tick tick, int decimals) => tick.Label.Contains('E', StringComparison.Ordinal)
        ? tick.Label
        : (Math.Round(tick.Position, decimals) + 0.0).ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace('-', '−');
}
