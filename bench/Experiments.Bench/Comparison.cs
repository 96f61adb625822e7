using System.Globalization;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary>One process's timing in one alternation.</summary>
/// <param name="Round">The alternation, from 1.</param>
/// <param name="Loop">The loop.</param>
/// <param name="Timing">What it measured.</param>
internal sealed record ComparedTiming(int Round, ComparedLoop Loop, LoopTiming Timing);

/// <summary>The timings of one setting, and what they say. Ratios are between neighbours: both sides of one come from the same alternation.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Timings">All timings of it.</param>
internal sealed record Comparison(BenchSetting Setting, IReadOnlyList<ComparedTiming> Timings)
{
    // Bounds for the engine's cohort of 5 seeds over each loop, per replica-step: settings A1 and A3.
    private static readonly (ComparedLoop Loop, double Bound)[] Bounds = [(ComparedLoop.Natural, 6), (ComparedLoop.Stacked, 1.6), (ComparedLoop.ByHand, 1)];

    /// <summary>The loops that were timed, in the usual order.</summary>
    public IEnumerable<ComparedLoop> Loops => ComparedLoop.All.Where(loop => Timings.Any(timing => timing.Loop == loop));

    /// <summary>How many times a loop's time for each network is another's; null if one of them was not timed.</summary>
    public Spread? Ratio(ComparedLoop loop, ComparedLoop over)
    {
        double[] ratios =
        [
            .. from one in Timings
               where one.Loop == loop
               join other in Timings.Where(timing => timing.Loop == over) on one.Round equals other.Round
               select one.Timing.UsPerReplicaStep / other.Timing.UsPerReplicaStep,
        ];
        return ratios.Length == 0 ? null : Spread.Of(ratios);
    }

    /// <summary>Throws if the two sides did not do the same.</summary>
    /// <exception cref="FailureException">They did not.</exception>
    public void CheckTasks()
    {
        var tasks = Timings.GroupBy(timing => timing.Timing.Task).ToList();
        if (tasks.Count > 1)
        {
            throw new FailureException($"setting {Setting.Id} differs between the recipes and bench/peers/settings.py: "
                + string.Join("; ", tasks.Select(task => $"{task.First().Loop.Name} has {task.Key}")));
        }
    }

    /// <summary>Writes a row for every loop.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{Setting.Id}: {Setting.Recipe.Name}, {Setting.VariantName}: {Timings[0].Timing.Task}");
        var table = new TextTable("loop", "µs a step", "per replica-step", "fastest", "ms a seed-epoch", "times the engine", "at their fastest", "validation %", "MB");
        foreach (var loop in Loops)
        {
            var timings = Timings.Where(timing => timing.Loop == loop).Select(timing => timing.Timing).ToList();
            table.Add(
                loop.Name,
                Spread.Text(Median(timings, timing => timing.UsPerStep)),
                Spread.Of(timings.Select(timing => timing.UsPerReplicaStep)).ToString(),
                Spread.Text(Fastest(loop)),
                Spread.Text(1000 * Median(timings, timing => timing.SecondsPerSeedEpoch)),
                loop == ComparedLoop.Engine ? "" : Ratio(loop, ComparedLoop.Engine)?.ToString() ?? "",
                loop == ComparedLoop.Engine || !Loops.Contains(ComparedLoop.Engine) ? "" : Spread.Text(Fastest(loop) / Fastest(ComparedLoop.Engine)),
                (100 * timings[^1].ValidationAccuracy.Average()).ToString("0.0", CultureInfo.InvariantCulture),
                Spread.Text(timings.Max(timing => timing.PeakMegabytes)));
        }

        table.Write(output, color: false);
    }

    /// <summary>What is wanted of this setting.</summary>
    public IEnumerable<Target> Targets()
    {
        foreach (var (loop, bound) in Setting.Id is "A1" or "A3" ? Bounds : [])
        {
            if (Ratio(loop, ComparedLoop.Engine) is { } ratio)
            {
                yield return new($"{Setting.Id}: {loop.Name} over the engine with 5 seeds, per replica-step", ratio.Median, bound, AtLeast: true, "×");
            }
        }

        if (Ratio(ComparedLoop.Natural, ComparedLoop.EngineAlone) is { } alone)
        {
            yield return new($"{Setting.Id}: {ComparedLoop.Natural.Name} over the engine with 1 seed", alone.Median, 1, AtLeast: true, "×");
        }
    }

    // Other work on the machine can only make an epoch slower, so the fastest of all says what a loop can do.
    private double Fastest(ComparedLoop loop) => Timings.Where(timing => timing.Loop == loop).Min(timing => timing.Timing.UsPerStepLeast / timing.Timing.Replicas);

    private static double Median(IEnumerable<LoopTiming> timings, Func<LoopTiming, double> value) => Spread.Of(timings.Select(value)).Median;
}
