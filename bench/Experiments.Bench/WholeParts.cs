using System.Globalization;
using Experiments.CommandLine.Options;

namespace Experiments.Bench;

/// <summary>One part of <c>whole</c>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="What">What it measures.</param>
/// <param name="RunAsync">Measures it.</param>
internal sealed record WholePart(string Name, string What, Func<WholeCommand, WholeChoices, WholeReport, Task> RunAsync);

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Alternations.</param>
/// <param name="Quick">Whether to extrapolate the natural loop and shorten what compares workers.</param>
/// <param name="Seconds">Seconds that a loop times epochs for.</param>
internal sealed record WholeChoices(int Rounds, bool Quick, double Seconds)
{
    /// <summary>As an option of <c>bench loop</c>.</summary>
    public IReadOnlyList<string> LoopOptions => ["--seconds", Seconds.ToString(CultureInfo.InvariantCulture)];
}

/// <summary>The parts of <c>whole</c>.</summary>
internal static class WholeParts
{
    private const double Megabyte = 1e6;
    private const double MemoryBound = 800;
    private const int Seeds = 5;
    private const int Epochs = 30;

    /// <summary>All parts.</summary>
    public static IReadOnlyList<WholePart> All { get; } =
    [
        new("start", "how long list, plot, table and the first step take", StartAsync),
        new("probes", "the share of probes in a run", ProbesAsync),
        new("depth", "'run depth' over natural loops in two processes", DepthAsync),
        new("workers", "two workers over one", WorkersAsync),
    ];

    private static async Task StartAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        await TimeAsync("list", 5, 0.3, "list");
        string[] published = ["--results", Path.Combine(command.Place.Root, "data", "published")];
        await TimeAsync("plot depth, published results", 3, 1.5, ["plot", "depth", .. published]);
        await TimeAsync("table depth, published results", 3, 1, ["table", "depth", .. published]);
        // A whole command with a single step in it is an upper bound of the time to the first step.
        await TimeAsync(
            "a run of one step, its charts drawn", 3, 2.5,
            "run", "depth", "--variants", "1 hidden", "--seeds", "1", "--epochs", "1", "--set", "training-images=10", "--set",
            "evaluate-every=0", "--set", "gradient-images=0");

        async Task TimeAsync(string what, int times, double bound, params IReadOnlyList<string> arguments)
        {
            try
            {
                report.Add("start", new Target(what, await command.SecondsAsync(times, arguments), bound, AtLeast: false, "s"));
            }
            catch (FailureException problem)
            {
                // published results may be those of an earlier engine
                Console.Error.WriteLine($"bench: {what} was not timed: {problem.Message}");
            }
        }
    }

    private static async Task ProbesAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        foreach (var setting in new[] { "A1", "A3", "A5", "B" })
        {
            var timing = await ComparedLoop.Fused.TimeAsync(
                command.Place, Cores.Allowed()[^1], [.. choices.LoopOptions, "--setting", setting, "--probes"], command.Cancellation);
            report.Add(
                "probes", new Target($"{setting}: probes and evaluation, share of an epoch", timing.ProbeShare, 12, AtLeast: false, "%"));
        }
    }

    private static async Task DepthAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        var (run, natural, processor, peak) = (new List<double>(), new List<double>(), new List<double>(), 0.0);
        for (var round = 0; round < choices.Rounds; round++)
        {
            var outcome = await command.RunAsync("run", "depth", "--jobs", "2");
            run.Add(outcome.Seconds);
            processor.Add(outcome.ProcessorSeconds);
            peak = Math.Max(peak, outcome.PeakBytes);
            natural.Add(choices.Quick ? await ExtrapolatedAsync(command, choices) : await NaturalAsync(command));
        }

        report.Add("depth", "run depth, two workers", Spread.Of(run).Median, "s");
        report.Add("depth", "run depth, processor time of both", Spread.Of(processor).Median, "s");
        report.Add(
            "depth",
            $"natural TorchSharp loops, {5 * Seeds} trainings in two processes{(choices.Quick ? ", extrapolated from µs per step" : "")}",
            Spread.Of(natural).Median, "s");
        report.Add(
            "depth",
            new Target(
                "run depth over natural TorchSharp loops in two processes",
                Spread.Of(natural.Zip(run, (slow, fast) => slow / fast)).Median, 7, AtLeast: true, "×"));
        report.Add("depth", new Target("run depth: peak memory", peak / Megabyte, MemoryBound, AtLeast: false, "MB"));
    }

    // Two at a time, as two processes would be; what they take together is half of the sum.
    private static async Task<double> ExtrapolatedAsync(WholeCommand command, WholeChoices choices)
    {
        var seconds = 0.0;
        for (var hidden = 1; hidden <= 5; hidden++)
        {
            var timings = await Task.WhenAll(Cores.Allowed().TakeLast(2).Select(core =>
                ComparedLoop.Natural.TimeAsync(
                    command.Place, core, [.. choices.LoopOptions, "--setting", $"A{hidden}"], command.Cancellation)));
            seconds += timings.Average(timing => timing.ClockUsPerStep * timing.StepsPerEpoch) * 1e-6 * Epochs * Seeds / 2;
        }

        return seconds;
    }

    // All trainings, whole; a process that is free takes the next.
    private static async Task<double> NaturalAsync(WholeCommand command)
    {
        var trainings = new Queue<string[]>(
            from hidden in Enumerable.Range(1, 5)
            from seed in Enumerable.Range(0, Seeds)
            select (string[])["--setting", $"A{hidden}", "--seed", $"{seed}", "--epochs", $"{Epochs}"]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Cores.Allowed().TakeLast(2).Select(async core =>
        {
            while (Next() is { } options)
            {
                await ComparedLoop.Natural.TimeAsync(command.Place, core, options, command.Cancellation);
            }
        }));
        return clock.Elapsed.TotalSeconds;

        string[]? Next()
        {
            lock (trainings)
            {
                return trainings.TryDequeue(out var options) ? options : null;
            }
        }
    }

    private static async Task WorkersAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        foreach (var (recipe, quickEpochs) in new[] { ("depth", 10), ("dropout", 5) })
        {
            string[] run = ["run", recipe, .. choices.Quick ? ["--epochs", $"{quickEpochs}", "--seeds", "2"] : (string[])[]];
            var (ratios, peak) = (new List<double>(), 0.0);
            for (var round = 0; round < choices.Rounds; round++)
            {
                var (one, two) = (await command.RunAsync([.. run, "--jobs", "1"]), await command.RunAsync([.. run, "--jobs", "2"]));
                ratios.Add(one.Seconds / two.Seconds);
                peak = Math.Max(peak, two.PeakBytes);
                report.Add(
                    "workers", $"{string.Join(' ', run)}: one worker", one.Seconds,
                    FormattableString.Invariant($"s, {one.ProcessorSeconds:F1} s of processor time"));
                report.Add(
                    "workers", $"{string.Join(' ', run)}: two workers", two.Seconds,
                    FormattableString.Invariant($"s, {two.ProcessorSeconds:F1} s of processor time"));
            }

            report.Add(
                "workers",
                new Target($"{string.Join(' ', run)}: two workers over one", Spread.Of(ratios).Median, 1.85, AtLeast: true, "×"));
            report.Add("workers", new Target($"{string.Join(' ', run)}: peak memory", peak / Megabyte, MemoryBound, AtLeast: false, "MB"));
        }
    }
}
