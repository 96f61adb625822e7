using System.Text.Json.Nodes;
using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.CommandLine.Verbs;

/// <summary>What came of running one recipe.</summary>
internal sealed class RunOutcome(
    CommandContext context, StudyRequest request, Recipe recipe, ResultTable results, Plan plan, IReadOnlyList<RunFailure> failures)
{
    /// <summary>Paths of the charts drawn.</summary>
    public IReadOnlyList<string> Charts { get; set; } = [];

    /// <summary>The claims and what the results say of them.</summary>
    private readonly ClaimReport report = ClaimReport.Of(recipe, results, request);

    /// <summary>The exit code that this outcome deserves.</summary>
    public int ExitCode => failures.Count > 0 ? CommandLine.ExitCode.SomeCellsFailed : CommandLine.ExitCode.Done;

    /// <summary>Writes what every variant came to.</summary>
    public void WriteSummary()
    {
        if (context.Json || results.Records.Count == 0)
        {
            return;
        }

        // Computations have no accuracy.
        var summaries = VariantSummary.Of(results);
        var trained = summaries.Any(one => one.BestValidation.Count + one.Test.Count > 0);
        var table = new TextTable([recipe.Name, "seeds", .. trained ? ["best validation", "test"] : (string[])[], "time per seed"]);
        foreach (var one in summaries)
        {
            string[] accuracies = trained ? [NumberText.Percent(one.BestValidation), NumberText.Percent(one.Test)] : [];
            table.Add([one.Variant, $"{one.Seeds}", .. accuracies, NumberText.Time(one.TimePerSeed)]);
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

    /// <summary>Writes how many claims met with which verdict.</summary>
    public void WriteVerdicts()
    {
        if (!context.Json && report.Judgements.Count > 0 && results.Records.Count > 0)
        {
            var more = Shell.Join([context.Terminal.Program, "verify", .. request.Words(recipe.Name), .. context.FolderOptions]);
            context.Out.WriteLine($"claims: {report.Summary}; each of them: {more}");
            context.Out.Flush();
        }
    }

    /// <summary>Everything as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["recipe"] = recipe.Name,
        ["dataSet"] = results.DataSet,
        ["synthetic"] = results.Synthetic,
        ["quick"] = results.Quick,
        ["computed"] = plan.MissingCells - failures.Count(failure => failure.Seed is not null),
        ["alreadyThere"] = plan.Variants.Sum(variant => variant.Present.Count),
        ["failed"] = JsonOutput.Array(failures.GroupBy(failure => (failure.Variant.Name, failure.Problem.Message)), same => new JsonObject
        {
            ["variant"] = same.Key.Name,
            ["seeds"] = JsonOutput.Array(same.Select(failure => failure.Seed).OfType<int>().Order(), seed => seed),
            ["problem"] = same.Key.Message,
        }),
        ["missing"] = JsonOutput.Array(results.Gaps, JsonOutput.Of),
        ["variants"] = JsonOutput.Array(VariantSummary.Of(results), summary => summary.ToJson()),
        ["results"] = Path.Combine(context.ResultsFolder, recipe.Name),
        ["charts"] = JsonOutput.Array(Charts, path => path),
        ["claims"] = new JsonObject(Enum.GetValues<Verdict>().Select(verdict => KeyValuePair.Create(
            verdict.InWords(), (JsonNode?)report.Judgements.Count(judgement => judgement.Verdict == verdict)))),
    };
}
