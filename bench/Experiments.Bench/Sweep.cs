using System.Globalization;

namespace Experiments.Bench;

/// <summary>One thing that is varied while all else is as in setting A: 5 seeds, 30 units, batches of 10, one worker.</summary>
/// <param name="Name">What is varied, as it stands in tables and charts.</param>
/// <param name="Option">The option of <c>bench engine</c> that varies it.</param>
/// <param name="Values">Its values.</param>
/// <param name="Settings">The settings that are timed.</param>
internal sealed record Sweep(string Name, string Option, IReadOnlyList<int> Values, params IReadOnlyList<string> Settings)
{
    /// <summary>All sweeps.</summary>
    public static IReadOnlyList<Sweep> All { get; } =
    [
        new("seeds", "--seeds", [1, 2, 5, 10, 20], "A1", "A3"),
        new("hidden layers", "--hidden", [1, 2, 3, 5, 10], "A1"),
        new("units a layer", "--width", [10, 30, 100, 300], "A1", "A3"),
        new("batch size", "--batch", [5, 10, 20, 50, 100], "A1", "A3"),
        // Workers beyond the cores would only wait for each other.
        new("workers", "--workers", [.. new[] { 1, 2, 4, 8, 16 }.Where(count => count <= Cores.Allowed().Count)], "A1", "A3"),
    ];

    /// <summary>Whether its processes need more than one core.</summary>
    public bool NeedsCores => Option == "--workers";

    /// <summary>Whether the number of hidden layers is what is varied, whatever the setting says.</summary>
    public bool VariesDepth => Option == "--hidden";
}

/// <summary>What one value of a sweep costs.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value.</param>
/// <param name="Timings">One timing for each alternation.</param>
internal sealed record SweepPoint(Sweep Sweep, string Setting, int Value, IReadOnlyList<LoopTiming> Timings)
{
    /// <summary>Microseconds a step.</summary>
    public Spread Step => Spread.Of(Timings.Select(timing => timing.UsPerStep));

    /// <summary>Microseconds a step for each network.</summary>
    public Spread ReplicaStep => Spread.Of(Timings.Select(timing => timing.UsPerReplicaStep));
}

/// <summary>A cost that is fixed, and one for each of what is varied: the straight line of least squares.</summary>
/// <param name="Fixed">Microseconds a step, whatever the value.</param>
/// <param name="Each">Microseconds a step for each one more.</param>
internal sealed record StraightCost(double Fixed, double Each)
{
    /// <summary>Fits points of one series.</summary>
    public static StraightCost Of(IReadOnlyList<SweepPoint> points)
    {
        var (x, y) = (points.Average(point => point.Value), points.Average(point => point.Step.Median));
        var each = points.Sum(point => (point.Value - x) * (point.Step.Median - y)) / points.Sum(point => (point.Value - x) * (point.Value - x));
        return new(y - (each * x), each);
    }

    /// <summary>As <c>91.2 µs + 12.3 µs for each</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fixed:0.0} µs + {Each:0.00} µs for each");
}
