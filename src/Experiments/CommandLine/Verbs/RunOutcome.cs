using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>What came of running one recipe.</summary>
internal sealed class RunOutcome(
    CommandContext context, StudyRequest request, Recipe recipe, ResultTable results, Plan plan, IReadOnlyList<RunFailure> failures)
{
    /// <summary>Paths of the charts drawn.</summary>
    public IReadOnlyList<string> Charts { get; set; } = [];

    /// <summary>Whether charts could not be drawn.</summary>
    public bool ChartsFailed { get; set; }

    /// <summary>The claims and what the results say of them; null if evaluating them failed.</summary>
    private ClaimReport? report;

    /// <summary>The exit code of this recipe.</summary>
    public int ExitCode => failures.Count > 0 ? CommandLine.ExitCode.SomeCellsFailed
        : ChartsFailed || report is null ? CommandLine.ExitCode.Failed : CommandLine.ExitCode.Done;

    /// <summary>Writes what every variant came to.</summary>
    public void WriteSummary()
    {
        if (context.Json || results.Records.Count == 0)
        {
            return;
        }

        // Computations have no accuracy.
        var summaries = VariantSummary.Of(results);
        var trained = summaries.Any(variant => variant.BestValidationAccuracy.Count + variant.TestAccuracy.Count > 0);
        var table = new TextTable([recipe.Name, "seeds", .. trained ? ["best validation", "test"] : (string[])[], "time per seed"]);
        foreach (var variant in summaries)
        {
            string[] accuracies = trained ? [NumberText.Percent(variant.BestValidationAccuracy), NumberText.Percent(variant.TestAccuracy)]
                : [];
            var time = variant.SecondsPerSeed is { } seconds ? NumberText.Time(TimeSpan.FromSeconds(seconds)) : NumberText.Unknown;
            table.Add([variant.Variant, $"{variant.Seeds}", .. accuracies, time]);
        }

        table.Write(context.Out, context.Color);
        context.Out.Flush();
    }

    /// <summary>Writes where the charts are.</summary>
    public void WriteCharts()
    {
        if (!context.Json)
        {
            foreach (var path in Charts)
            {
                context.Out.WriteLine(context.Terminal.Shorten(path));
            }

            context.Out.Flush();
        }
    }

    /// <summary>Evaluates the claims and writes how many got which verdict. A claim that throws costs one line, not the summary.</summary>
    public void WriteVerdicts()
    {
        try
        {
            report = ClaimReport.Of(recipe, results, request);
        }
        catch (Exception problem)
        {
            context.Warn(
                $"{recipe.Name}: the claims cannot be evaluated: "
                    + $"{(problem is RecipeException ? "" : $"{problem.GetType().Name}: ")}{problem.Message}");
            context.Trace(problem);
            return;
        }

        if (!context.Json && report.ClaimResults.Count > 0 && results.Records.Count > 0)
        {
            var verify = Shell.Join([context.Terminal.Program, "verify", .. request.Words(recipe.Name), .. context.FolderOptions]);
            context.Out.WriteLine($"claims: {report.Summary}. Details: {verify}");
            context.Out.Flush();
        }
    }

    /// <summary>Everything as JSON.</summary>
    public object ToJson() => new
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
        Charts,
        Claims = report is null ? null : Enum.GetValues<Verdict>().ToDictionary(
            verdict => verdict.InWords(), verdict => report.ClaimResults.Count(result => result.Verdict == verdict)),
    };
}
