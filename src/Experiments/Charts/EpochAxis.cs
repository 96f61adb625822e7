using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// The axis of epochs, which the panels of a figure share: linear, or logarithmic with a place of its own for what was before training. It
/// is linear, too, where nothing was measured within the first epoch.
/// </summary>
internal sealed class EpochAxis
{
    private const int MostLabels = 8;
    private const int LeastLabels = 5;
    private const double RoomForZero = 0.35; // decades

    private readonly bool isLogarithmic;
    private readonly (double First, double Last) epochs;
    private readonly double zero; // where before training stands

    /// <summary>The axis of some curves.</summary>
    /// <param name="wantsLog">Whether it is logarithmic if it can be.</param>
    /// <param name="curves">The curves.</param>
    public EpochAxis(bool wantsLog, IEnumerable<TrainingCurve> curves)
    {
        var all = curves.SelectMany(curve => curve.Epochs).DefaultIfEmpty(0).ToList();
        epochs = (all.Min(), all.Max());
        isLogarithmic = wantsLog && all.Exists(epoch => epoch is > 0 and < 1);
        zero = isLogarithmic ? Math.Log10(all.Where(epoch => epoch > 0).Min()) - RoomForZero : 0;
    }

    /// <summary>Where an epoch stands on the axis.</summary>
    public double Position(double epoch) => !isLogarithmic ? epoch : epoch > 0 ? Math.Log10(epoch) : zero;

    /// <summary>Where some epochs stand on the axis.</summary>
    public IEnumerable<double> Positions(IEnumerable<double> some) => some.Select(Position);

    /// <summary>Gives a panel this axis at its bottom, with its limits.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="room">Room on either side, as a part of the axis.</param>
    /// <param name="columns">Panels in a row.</param>
    public void Apply(Plot plot, double room = 0, int columns = 1)
    {
        var (first, last) = (Position(epochs.First), Position(epochs.Last));
        Theme.CountBottom(plot);
        if (isLogarithmic)
        {
            plot.Axes.Bottom.TickGenerator = Decades(Math.Max(LeastLabels, MostLabels / columns));
        }

        var width = last > first ? last - first : 1;
        plot.Axes.SetLimitsX(first - (room * width), last + (room * width));
    }

    private LogTicks Decades(int mostLabels)
    {
        var (first, last) = ((int)Math.Ceiling(zero + (RoomForZero * 2)), (int)Math.Floor(Math.Log10(epochs.Last)));
        var step = Math.Max(1, (last - first + mostLabels) / mostLabels);
        var decades = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(decade => decade % step == 0);
        var ticks = decades.Select(decade => ((double)decade, NumberText.Concise(Math.Pow(10, decade)))).Prepend((zero, "0")).ToList();
        return new(new NumericManual([.. ticks.Select(tick => tick.Item1)], [.. ticks.Select(tick => tick.Item2)])) { Zero = zero };
    }
}
