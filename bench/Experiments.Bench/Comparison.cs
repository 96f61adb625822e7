using System.Globalization;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.Bench;

/// <summary>One process's timing in one alternation.</summary>
/// <param name="Round">The alternation, from 1.</param>
/// <param name="Loop">The loop.</param>
/// <param name="Timing">What it measured.</param>
internal sealed record ComparedTiming(int Round, ComparedLoop Loop, LoopTiming Timing);

/// <summary>The timings of one setting. Both sides of a ratio come from the same alternation.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Timings">All timings of it.</param>
internal sealed record Comparison(BenchSetting Setting, IReadOnlyList<ComparedTiming> Timings)
{
    private IEnumerable<ComparedLoop> Loops => Timings.Select(timing => timing.Loop).Distinct();

    private ComparedLoop Baseline => Timings[0].Loop;

    /// <summary>How many times faster a loop is than the first one.</summary>
    public Spread Speed(ComparedLoop loop) => Spread.Of(
        from timing in Of(loop)
        join other in Of(Baseline) on timing.Round equals other.Round
        select other.Timing.UsPerStep / timing.Timing.UsPerStep);

    /// <summary>Throws if the loops did not train the same.</summary>
    /// <exception cref="FailureException">They did not.</exception>
    public void CheckTasks()
    {
        var tasks = Timings.Where(timing => timing.Loop.Images is null).GroupBy(timing => timing.Timing.Task).ToList();
        if (tasks.Count > 1)
        {
            throw new FailureException(
                $"The loops of setting {Setting.Id} do not train the same (see NaturalSettings.cs and peers/settings.py): "
                + string.Join("; ", tasks.Select(task => $"{task.First().Loop.Name} has {task.Key}")));
        }
    }

    /// <summary>Writes a row for every loop.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{Setting.Id}: {Setting.Recipe.Name}, {Setting.VariantName}: {Timings[0].Timing.Task}");
        var table = new TextTable(
            "loop", "µs per step", "fastest", $"× {Baseline.Name}", "at their fastest", "validation %", "vector bits", "MB");
        var fastest = Of(Baseline).Min(timing => timing.Timing.UsPerStepLeast);
        foreach (var loop in Loops)
        {
            List<LoopTiming> timings = [.. Of(loop).Select(timing => timing.Timing)];
            var least = timings.Min(timing => timing.UsPerStepLeast);
            table.Add(
                loop.Name, Spread.Of(timings.Select(timing => timing.UsPerStep)).ToString(), Spread.Text(least), Speed(loop).ToString(),
                Spread.Text(fastest / least),
                (100 * timings.Average(timing => timing.ValidationAccuracy)).ToString("F1", CultureInfo.InvariantCulture),
                timings[0].VectorBits == 0 ? "" : $"{timings[0].VectorBits}", Spread.Text(timings.Max(timing => timing.PeakMegabytes)));
        }

        table.Write(output, color: false);
    }

    /// <summary>The targets that this setting was timed for.</summary>
    public IEnumerable<Target> Targets()
    {
        if (Baseline != ComparedLoop.Natural)
        {
            yield break;
        }

        if (Setting.FusedOverNatural is { } bound && Loops.Contains(ComparedLoop.Fused))
        {
            yield return new($"{Setting.Id}: fused over natural TorchSharp", Speed(ComparedLoop.Fused).Median, bound, AtLeast: true, "×");
        }

        if (Loops.Contains(ComparedLoop.Eager))
        {
            yield return new($"{Setting.Id}: eager over natural TorchSharp", Speed(ComparedLoop.Eager).Median, 1, AtLeast: true, "×");
        }
    }

    private IEnumerable<ComparedTiming> Of(ComparedLoop loop) => Timings.Where(timing => timing.Loop == loop);
}
