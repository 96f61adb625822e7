using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>What came of running one recipe.</summary>
internal sealed record RunOutcome(int ExitCode, object Json)
{
    /// <summary>
    /// Shows it: what every variant came to, the charts, the recipe's own tables, the number of verdicts of each kind, and what failed.
    /// What cannot be had costs itself alone: after hours of training nothing else may be lost with it.
    /// </summary>
    public static RunOutcome Show(
        CommandContext context, StudyRequest request, Recipe recipe, Plan plan, IReadOnlyList<RunFailure> failures, StoredStudy stored,
        bool isQueued)
    {
        var results = stored.Read();
        var any = results.Records.Count > 0;
        var output = context.Json ? TextWriter.Null : context.Out;
        if (any)
        {
            foreach (var table in SummaryTable.OfRun(results))
            {
                table.Write(output, context.Color);
            }
        }

        output.Flush();
        var report = stored.Test(context, results, request);
        var charts = any ? ChartFiles.Draw(context, request, report) : new([], AnyFailed: false);
        foreach (var path in charts.Paths)
        {
            output.WriteLine(context.Terminal.Shorten(path));
        }

        var tables = any ? RecipeTables.Of(context, recipe, results) : new([], Failed: false);
        tables.Write(output, context.Color);
        if (tables.All.Count > 0)
        {
            output.WriteLine();
        }

        if (any && report.Claims.Count > 0)
        {
            output.WriteLine($"claims: {report.Summary}. Details: {context.Command("verify", request.Words(recipe.Name))}");
        }

        output.Flush();
        SayFailures(context, request, recipe, failures, isQueued);
        var code = failures.Count > 0 ? CommandLine.ExitCode.SomeCellsFailed
            : charts.AnyFailed || tables.Failed || report.Problems.Any() ? CommandLine.ExitCode.Failed : CommandLine.ExitCode.Done;
        return new(code, new
        {
            Recipe = recipe.Name,
            results.DataSet,
            results.Synthetic,
            results.Quick,
            Computed = plan.MissingCells - failures.Count(failure => failure.Seed is not null),
            AlreadyThere = plan.Variants.Sum(variant => variant.Present.Count),
            Failed = failures.GroupBy(failure => (failure.Variant.Name, failure.Problem.Message)).Select(same => new
            {
                Variant = same.Key.Name,
                Seeds = same.Select(failure => failure.Seed).OfType<int>().Order(),
                Problem = same.Key.Message,
            }),
            Missing = results.Gaps,
            Variants = VariantSummary.Of(results),
            Results = Path.Combine(context.ResultsFolder, recipe.Name),
            Charts = charts.Paths,
            Tables = tables.All,
            Claims = report.Problem is not null ? null : Enum.GetValues<Verdict>().ToDictionary(
                verdict => verdict.InWords(), verdict => report.Claims.Count(result => result.Verdict == verdict)),
        });
    }

    private static void SayFailures(
        CommandContext context, StudyRequest request, Recipe recipe, IReadOnlyList<RunFailure> failures, bool isQueued)
    {
        foreach (
            var same in failures
                .GroupBy(failure => (failure.Variant.Name, IsCell: failure.Seed is not null, Cause: Cause(failure.Problem))))
        {
            var what = same.Key.IsCell ? $"{NumberText.Count(same.Count(), "cell")} failed" : "its record cannot be restored";
            var again = isQueued ? context.CommandLine : context.Command("run", request.Words(recipe.Name, same.Key.Name));
            context.Warn($"{recipe.Name}, {same.Key.Name}: {what}: {same.Key.Cause} To try again: {again}");
            context.Trace(same.First().Problem);
        }
    }

    // libtorch says in its own words that there is no memory, and in the name of no type.
    private static string Cause(Exception problem) =>
        problem is OutOfMemoryException
        || problem.Message.Contains("can't allocate memory", StringComparison.Ordinal)
        || problem.Message.Contains("not enough memory", StringComparison.Ordinal)
            ? "there is not enough memory; fewer cells at once (--jobs 1) take less."
            : problem.Message.Split('\n')[0].TrimEnd() is var line && line.EndsWith('.') ? line : line + ".";
}
