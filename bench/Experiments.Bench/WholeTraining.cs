using System.Globalization;

namespace Experiments.Bench;

/// <summary>Whole commands beside the natural loop.</summary>
internal static class WholeTraining
{
    private static IReadOnlyList<int> TwoCores => [.. Cores.Allowed().TakeLast(2)];

    /// <summary><c>run depth</c> with two workers and with one, and the natural loop for the same trainings: some epochs, multiplied.</summary>
    public static async Task DepthAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        var (hidden, seeds, epochs) = choices.Quick ? ([1, 3], 2, 1) : (Enumerable.Range(1, 5).ToList(), 5, 30);
        string[] run =
        [
            "run", "depth", .. choices.Quick
                ? ["--variants", string.Join(',', hidden.Select(number => $"{number} hidden")), "--seeds", $"{seeds}", "--epochs", $"{epochs}", "--set", "training-images=5000"]
                : (string[])[],
        ];
        var (two, one, natural, measured) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var peak = 0.0;
        for (var round = 0; round < choices.Rounds; round++)
        {
            var outcome = await command.RunAsync([.. run, "--jobs", "2"]);
            two.Add(outcome.Seconds);
            peak = Math.Max(peak, outcome.PeakBytes);
            natural.Add(await NaturalAsync(measured: false));
            measured.Add(await NaturalAsync(measured: true));
            one.Add((await command.RunAsync([.. run, "--jobs", "1"])).Seconds);
        }

        var trainings = $"{hidden.Count * seeds} trainings of {epochs} epoch{(epochs == 1 ? "" : "s")}";
        report.Add("depth", "run depth, two workers", Spread.Of(two).Median, "s");
        report.Add("depth", "run depth, one worker", Spread.Of(one).Median, "s");
        report.Add("depth", $"natural loop for the same {trainings}, one after the other, from some epochs", Spread.Of(natural).Median, "s");
        report.Add("depth", "the same with the recipe's measurements", Spread.Of(measured).Median, "s");
        AddRatio(natural, "natural loop, training alone, over run depth", measuredToo: false);
        AddRatio(measured, "natural loop with measurements over run depth", measuredToo: true);
        report.Add("depth", new Target("one worker over two", Spread.Of(one.Zip(two, (slow, fast) => slow / fast)).Median, 1.8, AtLeast: true, "×"));
        WholeParts.AddPeak(report, "depth", "run depth, two workers", peak);

        void AddRatio(List<double> loop, string what, bool measuredToo)
        {
            var ratio = Spread.Of(loop.Zip(two, (slow, fast) => slow / fast));
            report.AddRatio("run depth\n(natural loop on one core)", ratio, measuredToo);
            if (measuredToo)
            {
                report.Add("depth", what, ratio.Median, "×");
            }
            else
            {
                report.Add("depth", new Target(what, ratio.Median, 10, AtLeast: true, "×"));
            }
        }

        async Task<double> NaturalAsync(bool measured)
        {
            var seconds = 0.0;
            foreach (var number in hidden)
            {
                seconds += (await command.NaturalAsync($"A{number}", [TwoCores[^1]], measured, choices.PeerOptions))[0].SecondsPerSeedEpoch * seeds * epochs;
            }

            return seconds;
        }
    }

    /// <summary>Seed-epochs a second of whole commands with two workers, and of two natural loops at once.</summary>
    public static async Task RecipesAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        foreach (var whole in WholeRun.All)
        {
            var (commands, seedEpochs) = whole.Commands(choices.Quick);
            var (alone, measured, speeds) = (new List<double>(), new List<double>(), new List<double>());
            var peak = 0.0;
            for (var round = 0; round < choices.Rounds; round++)
            {
                var outcomes = await Task.WhenAll(commands.Select(arguments => command.RunAsync(arguments)));
                var speed = seedEpochs / outcomes.Max(outcome => outcome.Seconds);
                peak = Math.Max(peak, outcomes.Max(outcome => outcome.PeakBytes));
                speeds.Add(speed);
                alone.Add(speed / await NaturalAsync(measured: false));
                measured.Add(speed / await NaturalAsync(measured: true));
            }

            var name = $"{whole.Setting}, {whole.Recipe}";
            report.Add("recipes", $"{name}: whole command, two workers", Spread.Of(speeds).Median, "seed-epochs/s");
            report.Add("recipes", new Target($"{name}: over two natural loops that measure, too", Spread.Of(measured).Median, 1.5, AtLeast: true, "×"));
            report.Add("recipes", new Target($"{name}: over two natural loops that train alone", Spread.Of(alone).Median, 1.5, AtLeast: true, "×"));
            report.AddRatio($"{whole.Setting}: {whole.Recipe}\n(two loops at once)", Spread.Of(alone), measured: false);
            report.AddRatio($"{whole.Setting}: {whole.Recipe}\n(two loops at once)", Spread.Of(measured), measured: true);
            WholeParts.AddPeak(report, "recipes", name, peak);

            async Task<double> NaturalAsync(bool measured) =>
                (await command.NaturalAsync(whole.Setting, TwoCores, measured, choices.PeerOptions)).Sum(timing => 1 / timing.SecondsPerSeedEpoch);
        }
    }

    // What two workers are busy with: two variants of one cost; C0 has just one such variant, so there it is two commands at once.
    private sealed record WholeRun(string Setting, string Recipe, int Epochs, IReadOnlyList<string> Variants, params IReadOnlyList<string> Arguments)
    {
        private const int Seeds = 5;
        private const int QuickSeeds = 2;

        public static IReadOnlyList<WholeRun> All { get; } =
        [
            new("B", "init", 3, ["ReLU LeCun", "ReLU He"]),
            new("C", "dropout", 50, ["drop 0.3", "drop 0.7"]),
            new("C0", "dropout", 50, ["drop 0"]),
            // A variant that would stop, but never comes to it.
            new("D", "early-stopping", 100, ["no stopping", "loss-patience-1000"], "--set", "monitor.patience=1000"),
        ];

        public (IReadOnlyList<IReadOnlyList<string>> Commands, int SeedEpochs) Commands(bool quick)
        {
            var (seeds, epochs) = quick ? (QuickSeeds, 1) : (Seeds, Epochs);
            string[] common =
            [
                "run", Recipe, "--variants", string.Join(',', Variants), "--epochs", epochs.ToString(CultureInfo.InvariantCulture), .. Arguments,
                .. quick ? ["--set", "training-images=5000"] : (string[])[],
            ];
            return (Variants.Count > 1
                ? [[.. common, "--seeds", $"{seeds}", "--jobs", "2"]]
                : [[.. common, "--seeds", $"0..{seeds - 1}", "--jobs", "1"], [.. common, "--seeds", $"{seeds}..{(2 * seeds) - 1}", "--jobs", "1"]], 2 * seeds * epochs);
        }
    }
}
