using System.CommandLine;
using System.Globalization;
using Experiments.CommandLine;
using Experiments.Data;

namespace Experiments.Bench;

/// <summary><c>compare</c>: this engine and its peers in alternation, each in a process of its own on the same core.</summary>
internal static class CompareVerb
{
    private const int Rounds = 5;
    private const double Seconds = 2;
    private const int QuickImages = 5_000;

    public static Command Create()
    {
        var settings = new Option<string>("--settings") { HelpName = "A1,B,…", Description = $"Settings to compare; {string.Join(",", BenchSetting.Usual)} if not said" };
        var rounds = new Option<int?>("--rounds") { HelpName = "N", Description = $"Alternations; {Rounds} if not said" };
        var measure = new Option<bool>("--measure") { Description = "Both sides also measure what the recipe's table holds after every epoch" };
        var core = new Option<int?>("--core") { HelpName = "N", Description = "The core that every process is kept on; the last one if not said" };
        var common = new CommonOptions(Seconds);
        var command = new Command("compare", "Time this engine and its peers side by side (the default)") { settings, rounds, measure, core };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var mistakes = new List<string>();
            var chosen = BenchSetting.FindAll(parsed.GetValue(settings) ?? string.Join(',', parsed.GetValue(common.Quick) ? ["A1"] : BenchSetting.Usual), mistakes);
            UsageException.ThrowIfAny(mistakes);
            var options = new List<string>(common.Shared(parsed, QuickImages));
            if (parsed.GetValue(measure))
            {
                options.Add("--measure");
            }

            var plan = new ComparisonPlan(
                chosen, ComparedLoop.All, parsed.GetValue(rounds) ?? (parsed.GetValue(common.Quick) ? 2 : Rounds), parsed.GetValue(core) ?? Cores.Allowed()[^1], options);
            return RunAsync(plan, common.PlaceOf(parsed), parsed.GetValue(measure) ? "compare-measured" : "compare", parsed.GetValue(common.Quick), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ComparisonPlan plan, Place place, string name, bool quick, CancellationToken cancellation)
    {
        await place.CheckPythonAsync(cancellation);
        BenchData.Open(place, cancellation); // so that data that is not there is fetched, and a damaged one found, before anything is timed
        var comparisons = await plan.RunAsync(place, cancellation);
        foreach (var comparison in comparisons)
        {
            comparison.Write(Console.Out);
        }

        var code = Target.Write(Console.Out, [.. comparisons.SelectMany(comparison => comparison.Targets())], quick);
        var table = new CsvTable(place, name, "round", "setting", "recipe", "variant", "loop", "replicas", "measured", "epochs", "steps", "us_per_step_least", "us_per_step", "us_per_replica_step", "seconds_per_seed_epoch", "validation_accuracy", "peak_megabytes");
        foreach (var comparison in comparisons)
        {
            foreach (var (round, loop, timing) in comparison.Timings)
            {
                table.Add(
                    round, timing.Setting, comparison.Setting.Recipe.Name, comparison.Setting.VariantName, loop.Name, timing.Replicas, timing.Measured, timing.Epochs, timing.Steps,
                    timing.UsPerStepLeast, timing.UsPerStep, timing.UsPerReplicaStep, timing.SecondsPerSeedEpoch, timing.ValidationAccuracy.Average(), timing.PeakMegabytes);
            }
        }

        table.Save();
        ComparisonChart.Draw(comparisons, place, name, quick);
        return code;
    }
}

/// <summary>Who is compared on what, and how often.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Loops">The loops.</param>
/// <param name="Rounds">Alternations.</param>
/// <param name="Core">The core that every process is kept on.</param>
/// <param name="Options">Options for every process.</param>
internal sealed record ComparisonPlan(IReadOnlyList<BenchSetting> Settings, IReadOnlyList<ComparedLoop> Loops, int Rounds, int Core, IReadOnlyList<string> Options)
{
    /// <summary>Runs everything: in every alternation, of every setting, every loop once, one after the other.</summary>
    /// <exception cref="FailureException">A process failed, or the two sides did not do the same.</exception>
    public async Task<IReadOnlyList<Comparison>> RunAsync(Place place, CancellationToken cancellation)
    {
        var timings = new List<ComparedTiming>();
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var setting in Settings)
            {
                foreach (var loop in Loops)
                {
                    var timing = await loop.TimeAsync(place, Core, [.. Options, "--setting", setting.Id], cancellation);
                    timings.Add(new(round, loop, timing));
                    Console.Error.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{round} of {Rounds}, {setting.Id}, {loop.Name}: {Spread.Text(timing.UsPerReplicaStep)} µs a replica-step"));
                }

                new Comparison(setting, [.. timings.Where(timing => timing.Timing.Setting == setting.Id)]).CheckTasks();
            }
        }

        return [.. Settings.Select(setting => new Comparison(setting, [.. timings.Where(timing => timing.Timing.Setting == setting.Id)]))];
    }
}
