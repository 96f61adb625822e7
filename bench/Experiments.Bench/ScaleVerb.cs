using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Experiments.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Data;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.Bench;

/// <summary>
/// <c>scale</c>: what a results folder of many cells costs the commands that look at it. Nothing is computed: the cells are made up, with
/// the records that a run leaves. See <see cref="ManyCells"/>.
/// </summary>
internal static class ScaleVerb
{
    /// <summary>The word by which the bench runs a command of the program over <see cref="ManyCells"/>, in a process of its own.</summary>
    public const string Child = "many-cells";

    private const double Megabyte = 1e6;
    private const double SecondsBound = 2;
    private const double MemoryBound = 500;
    private const int BoundedCells = 20_000;

    private static readonly string[][] Commands =
    [
        ["run", Child, "--dry-run"], ["run", Child], ["table", Child], ["table", Child, "--json"], ["verify", Child], ["plot", Child],
    ];

    public static Command Create()
    {
        var cells = new Option<string>("--cells")
        {
            HelpName = "A,B", Description = "Numbers of cells (default: 1000,5000,20000)", DefaultValueFactory = _ => "1000,5000,20000",
        };
        var folder = new Option<string>("--folder")
        {
            HelpName = "DIR", Description = "Where the cells are made, and kept for the next time (default: a folder that is removed)",
        };
        var command = new Command("scale", "Time commands over results of many small cells, and their memory") { cells, folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var kept = parsed.GetValue(folder);
            var place = kept ?? Directory.CreateTempSubdirectory("experiments-scale-").FullName;
            try
            {
                return await RunAsync(place, parsed.GetValue(cells)!, cancellation);
            }
            finally
            {
                if (kept is null)
                {
                    Directory.Delete(place, recursive: true);
                }
            }
        });
        return command;
    }

    /// <summary>Runs a command of the program: the number of variants, and its words.</summary>
    public static int Run(string variants, params string[] words) => new ExperimentsProgram(
        () => new Catalog([new ManyCells(int.Parse(variants, CultureInfo.InvariantCulture))])).Run(words);

    private static async Task<int> RunAsync(string folder, string sizes, CancellationToken cancellation)
    {
        var table = new TextTable("cells", "command", "seconds", "processor", "peak MB") { IsText = true };
        var targets = new List<Target>();
        foreach (var cells in sizes.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var (variants, results) = (cells / ManyCells.SeedsOfEach, Path.Combine(folder, $"{cells}"));
            if (!Directory.Exists(results))
            {
                Console.Error.WriteLine($"bench: making {cells:N0} cells in {results} …");
                new ManyCells(variants).Write(new(results));
            }

            var listed = Listing(variants, new(results));
            table.Add($"{cells:N0}", "(listing the store)", $"{listed:F2}", "", "");
            foreach (var words in Commands)
            {
                var outcome = await Bench.Child.RunAsync(
                    [.. Bench.Child.Self, Child, $"{variants}", .. words, "--results", results, "--plots", Path.Combine(folder, "plots")],
                    cancellation);
                var (what, memory) = (string.Join(' ', words), outcome.PeakBytes / Megabyte);
                table.Add($"{cells:N0}", what, $"{outcome.Seconds:F2}", $"{outcome.ProcessorSeconds:F2}", $"{memory:F0}");
                Console.Error.WriteLine($"{cells:N0} cells, {what}: {outcome.Seconds:F2} s, {memory:F0} MB");
                if (cells == BoundedCells && words is ["table", ..] or [.., "--dry-run"])
                {
                    targets.Add(new($"{cells:N0} cells, {what}", outcome.Seconds, SecondsBound, AtLeast: false, "s"));
                    targets.Add(new($"{cells:N0} cells, {what}: peak memory", memory, MemoryBound, AtLeast: false, "MB"));
                }
            }
        }

        table.Write(Console.Out, color: false);
        return Target.Write(Console.Out, targets, quick: false);
    }

    // What somebody who waits for others to write cells does again and again.
    private static double Listing(int variants, ResultStore store)
    {
        var recipe = new ManyCells(variants);
        var plan = Plan.Make(new Study(recipe.Name, [.. recipe.Variants(recipe.Defaults)], []), DataSet.None.Sha256, store);
        var clock = Stopwatch.StartNew();
        var found = plan.Variants.Sum(variant => store.Seeds(variant.Key).Count);
        return found == variants * ManyCells.SeedsOfEach ? clock.Elapsed.TotalSeconds
            : throw new FailureException($"{store.Folder} has {found:N0} cells: remove it, and they are made anew.");
    }
}
