using System.CommandLine;
using Experiments.CommandLine.Options;

namespace Experiments.Bench;

/// <summary>
/// <c>compare</c> and <c>kernels</c>: loops in alternation, each in a process of its own, one thread, all on the same core.
/// </summary>
internal static class CompareVerb
{
    private const int Rounds = 5;
    private const double Seconds = 2;
    private const int QuickImages = 5_000;

    public static Command Create() => Create(
        "compare", "Time a natural TorchSharp loop, the eager and the fused trainer, and PyTorch if there is one (default with options)",
        place =>
            [ComparedLoop.Natural, ComparedLoop.Eager, ComparedLoop.Fused, .. place.Python is null
                ? (ComparedLoop[])[]
                : [ComparedLoop.PyTorch]]);

    public static Command CreateKernels() =>
        Create("kernels", "Time the fused trainer without AVX-512 and without AVX2", _ => [ComparedLoop.Fused, .. ComparedLoop.Narrow]);

    private static Command Create(string name, string description, Func<Place, IReadOnlyList<ComparedLoop>> loops)
    {
        var settings =
            new Option<string>("--settings")
            { HelpName = "A1,B,…", Description = $"Settings to time (default: {BenchSetting.Default}; quick: A1)" };
        var rounds = new Option<int?>("--rounds") { HelpName = "N", Description = $"Alternations (default: {Rounds}; quick: 2)" };
        var core = new Option<int?>("--core") { HelpName = "N", Description = "The core to keep every process on (default: the last)" };
        var common = new CommonOptions(Seconds);
        var command = new Command(name, description) { settings, rounds, core };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var (mistakes, quick, place) = (new List<string>(), parsed.GetValue(common.Quick), common.PlaceOf(parsed));
            var chosen = BenchSetting.FindAll(parsed.GetValue(settings) ?? (quick ? "A1" : BenchSetting.Default), mistakes);
            UsageException.ThrowIfAny(mistakes);
            var plan = new ComparisonPlan(
                chosen, loops(place), Math.Max(1, parsed.GetValue(rounds) ?? (quick ? 2 : Rounds)),
                parsed.GetValue(core) ?? Cores.Allowed()[^1], [.. common.Shared(parsed, QuickImages)]);
            return RunAsync(plan, place, name, quick, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(ComparisonPlan plan, Place place, string name, bool quick, CancellationToken cancellation)
    {
        BenchData.Open(place, cancellation); // fetched, and damage found, before anything is timed
        var before = Machine.Load();
        var comparisons = await plan.RunAsync(place, cancellation);
        foreach (var comparison in comparisons)
        {
            comparison.Write(Console.Out);
        }

        var code = Target.Write(Console.Out, [.. comparisons.SelectMany(comparison => comparison.Targets())], quick);
        Console.Out.WriteLine(Machine.Text(before));
        var table = new CsvTable(
            place, name, "round", "setting", "recipe", "variant", "loop", "vector_bits", "epochs", "us_per_step_least", "us_per_step",
            "validation_accuracy", "peak_megabytes");
        foreach (var comparison in comparisons)
        {
            foreach (var (round, loop, timing) in comparison.Timings)
            {
                table.Add(
                    round, timing.Setting, comparison.Setting.Recipe.Name, comparison.Setting.VariantName, loop.Name, timing.VectorBits,
                    timing.Epochs, timing.UsPerStepLeast, timing.UsPerStep,
                    timing.ValidationAccuracy, timing.PeakMegabytes);
            }
        }

        table.Save();
        return code;
    }
}

/// <summary>What is compared, and how often.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Loops">The loops; the others are compared with the first.</param>
/// <param name="Rounds">Alternations.</param>
/// <param name="Core">The core that every process is kept on.</param>
/// <param name="Options">Options for every process.</param>
internal sealed record ComparisonPlan(
    IReadOnlyList<BenchSetting> Settings, IReadOnlyList<ComparedLoop> Loops, int Rounds, int Core, IReadOnlyList<string> Options)
{
    /// <summary>In every alternation, for every setting, runs every loop once, one after the other.</summary>
    /// <exception cref="FailureException">A process failed, or the loops did not train the same.</exception>
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
                    Console.Error.WriteLine($"{round} of {Rounds}, {setting.Id}, {loop.Name}: {Spread.Text(timing.UsPerStep)} µs per step");
                }

                Of(setting).CheckTasks();
            }
        }

        return [.. Settings.Select(Of)];

        Comparison Of(BenchSetting setting) => new(setting, [.. timings.Where(timing => timing.Timing.Setting == setting.Id)]);
    }
}
