using System.Globalization;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary>One part of <c>whole</c>.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="What">What it measures.</param>
/// <param name="RunAsync">Measures it.</param>
/// <param name="NeedsPeers">Whether it runs Python.</param>
internal sealed record WholePart(string Name, string What, Func<WholeCommand, WholeChoices, WholeReport, Task> RunAsync, bool NeedsPeers = false);

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Alternations.</param>
/// <param name="Quick">Whether this is a quick look.</param>
/// <param name="PeerOptions">Options of peers and of <c>bench engine</c>.</param>
internal sealed record WholeChoices(int Rounds, bool Quick, IReadOnlyList<string> PeerOptions);

/// <summary>Start-up times, the share of measurements, and memory.</summary>
internal static class WholeParts
{
    private const double Megabyte = 1e6;

    /// <summary>All parts.</summary>
    public static IReadOnlyList<WholePart> All { get; } =
    [
        new("start", "how long 'list', 'plot depth' and the first step take", StartAsync),
        new("memory", "whether memory stays flat over epochs", MemoryAsync),
    ];

    private static async Task StartAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        await command.RunAsync("list"); // builds if need be
        report.Add("start", new Target("list", await command.SecondsAsync(5, "list"), 0.4, AtLeast: false, "s"));
        await PlotAsync(command, report);
        // A whole command with a single step in it is an upper bound of the time to the first step.
        var first = await command.SecondsAsync(
            3, "run", "depth", "--variants", "1 hidden", "--epochs", "1", "--set", "training-images=10", "--set", "evaluate-every=0", "--set", "gradient-images=0");
        report.Add("start", new Target("a run of one step, its charts drawn", first, 3, AtLeast: false, "s"));
    }

    private static async Task PlotAsync(WholeCommand command, WholeReport report)
    {
        try
        {
            var seconds = await command.SecondsAsync(3, "plot", "depth", "--results", Path.Combine(command.Place.Root, "data", "published"));
            report.Add("start", new Target("plot depth, published results", seconds, 3, AtLeast: false, "s"));
        }
        catch (FailureException problem)
        {
            // Published results may be those of an engine before this one.
            Console.Error.WriteLine($"bench: plot depth was not timed: {problem.Message}");
        }
    }

    private static async Task MemoryAsync(WholeCommand command, WholeChoices choices, WholeReport report)
    {
        var (few, many) = choices.Quick ? (2, 20) : (20, 200);
        var (afterFew, afterMany) = (await PeakAsync(few), await PeakAsync(many));
        report.Add("memory", $"greatest of {few} epochs", afterFew, "MB");
        report.Add("memory", new Target($"greatest of {many} epochs over that of {few}", afterMany / afterFew, 1.05, AtLeast: false, "×"));

        async Task<double> PeakAsync(int epochs) => (await command.RunAsync(
            "run", "depth", "--variants", "1 hidden", "--set", "training-images=2000", "--epochs", epochs.ToString(CultureInfo.InvariantCulture), "--jobs", "1")).PeakBytes / Megabyte;
    }
}
