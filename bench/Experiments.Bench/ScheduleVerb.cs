using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Recipes;
using Experiments.Results;

namespace Experiments.Bench;

/// <summary>
/// <c>schedule</c>: how long stored cells would take on more workers, from the seconds in their records. Nothing is trained.
/// </summary>
internal static class ScheduleVerb
{
    private const double Bound = 1.10;

    private static readonly int[] Workers = [4, 8, 16];

    public static Command Create()
    {
        var results = new Option<string>("--results") { HelpName = "DIR", Description = "Results directory (default: data/results)" };
        var command = new Command(
            "schedule", "Simulate 4, 8 and 16 workers from the seconds in the records of a results directory") { results };
        command.SetAction((parsed, _) =>
        {
            var folder = parsed.GetValue(results) ?? Path.Combine(Place.Here().Root, "data", "results");
            var seconds = Recipes().Select(recipe => (recipe.Name, Cells: Seconds(recipe, new(folder))))
                .Where(recipe => recipe.Cells.Count > 0).ToList();
            UsageException.ThrowIfAny(
                seconds.Count > 0 ? [] : [$"{folder} has no records that say how long cells took. Name another with --results."]);
            return Task.FromResult(
                Write([.. seconds, .. seconds.Count > 1
                    ? [("all", [.. seconds.SelectMany(recipe => recipe.Cells)])]
                    : Array.Empty<(string, IReadOnlyList<double>)>()]));
        });
        return command;
    }

    /// <summary>Seconds until the last worker is done, when each takes the next cell as soon as it is free.</summary>
    public static double Makespan(IEnumerable<double> cells, int workers)
    {
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, workers).Select(worker => (worker, 0.0)));
        var last = 0.0;
        foreach (var cell in cells)
        {
            free.TryDequeue(out var worker, out var time);
            free.Enqueue(worker, time + cell);
            last = Math.Max(last, time + cell);
        }

        return last;
    }

    private static int Write(IReadOnlyList<(string Recipe, IReadOnlyList<double> Cells)> recipes)
    {
        var table = new TextTable("recipe", "cells", "total s", "longest s");
        foreach (var (recipe, cells) in recipes)
        {
            table.Add(recipe, $"{cells.Count}", Spread.Text(cells.Sum()), Spread.Text(cells.Max()));
        }

        table.Write(Console.Out, color: false);
        return Target.Write(
            Console.Out,
            [
                .. from recipe in recipes
                   from workers in Workers
                   select new Target(
                       $"{recipe.Recipe}: {workers} workers, makespan over total / workers",
                       Makespan(recipe.Cells, workers) * workers / recipe.Cells.Sum(), Bound, AtLeast: false, "×"),
            ],
            quick: false);
    }

    // In declared order: by variant, then by seed.
    private static IReadOnlyList<double> Seconds(Recipe recipe, ResultStore store)
    {
        var records = store.Records(recipe.Name, skipped: problem => Console.Error.WriteLine($"bench: {problem.Message}"))
            .ToLookup(record => record.Variant);
        return
        [
            .. from variant in recipe.Variants(recipe.Defaults)
               from record in records[variant.Name]
               from cell in store.Seconds(new(recipe.Name, variant.Name, record.Hash))
               select cell.Value,
        ];
    }

    private static IEnumerable<Recipe> Recipes() =>
        from type in typeof(Depth).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Recipe))
        orderby type.Name
        select (Recipe)Activator.CreateInstance(type)!;
}
