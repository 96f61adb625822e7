using Experiments.Charts;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Reports;
using Divergence = Experiments.CommandLine.Output.Divergence;

namespace Experiments.CommandLine.Verbs;

/// <summary>Recipes with their stored results as the report page shows them.</summary>
internal static class RecipePage
{
    /// <summary>Writes the page; what cannot be shown is said.</summary>
    /// <returns>Whether all could be shown.</returns>
    public static bool Write(CommandContext context, StudyRequest request, TextWriter output, IReadOnlyList<ClaimReport> reports)
    {
        var isComplete = !reports.SelectMany(report => report.Problems).Any();
        ReportPage.Write(output, [.. reports.Select(report => Of(context, request, report, Failed))], Failed);
        return isComplete;

        void Failed(string what, Exception problem)
        {
            context.Warn($"{what} {RecipeException.Words(problem)}");
            context.Trace(problem);
            isComplete &= problem is NotSupportedException; // a chart that is a picture all the same
        }
    }

    /// <summary>What the page says of one recipe.</summary>
    /// <param name="context">The call.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="report">The recipe's results and verdicts.</param>
    /// <param name="failed">Gets what goes wrong.</param>
    public static RecipeReport Of(CommandContext context, StudyRequest request, ClaimReport report, Action<string, Exception> failed)
    {
        var (recipe, results) = (report.Recipe, report.Results);
        var study = request.Of(recipe, [])!;
        var settings = SettingNames.List(request.SettingsOf(recipe));
        return new(recipe.Name, recipe.Question, recipe.Source, results, report.Claims, ChartsOf(report, failed))
        {
            Basis = report.Basis,
            Notes = [.. report.Notes],
            Diverged = [.. Divergence.In(results).Select(seeds => $"{seeds}")],
            Variants = [.. study.Variants.Where(variant => results.Variants.Contains(variant.Name))
                .Select(variant => (variant.Name, ShowVerb.Describe(variant, settings)))],
            Settings = [.. from setting in settings
                           where setting.OnlyWith is null
                           select (setting.Name, setting.Value, setting.Meaning)],
            Tables = RecipeTables.Of(recipe, results, failed).All,
            Runs = [.. RunsOf(context, results)],
            Command = context.Terminal.Command(["run", .. WithSeeds(recipe, request, results).Words(recipe.Name)]),
            TableCommand = context.Terminal.Command(["table", .. request.Words(recipe.Name), "--csv"]),
            Csv = () => CsvOf(results),
        };
    }

    private static List<Chart> ChartsOf(ClaimReport report, Action<string, Exception> failed)
    {
        try
        {
            return [new ForestPlot(report.Claims), .. report.Recipe.Charts(report.Results)];
        }
        catch (Exception problem)
        {
            failed($"The charts of {report.Recipe.Name} cannot be listed.", problem);
            return [new ForestPlot(report.Claims)];
        }
    }

    // Of every cell that is shown, how it came about last.
    private static IEnumerable<CellProvenance> RunsOf(CommandContext context, ResultTable results) =>
        from record in results.Records
        let seeds = results.SeedsOf(record.Variant)
        from run in context.Store.History(record.Key).Reverse().DistinctBy(run => string.Join(',', run.Seeds))
        where run.Seeds.Any(seeds.Contains)
        select run;

    private static StudyRequest WithSeeds(Recipe recipe, StudyRequest request, ResultTable results) =>
        request.Seeds is not null || results.Seeds.SequenceEqual(Enumerable.Range(0, request.Quick ? recipe.QuickSeeds : recipe.Seeds))
            ? request : request with { Seeds = SeedList.Format(results.Seeds) };

    private static string CsvOf(ResultTable results)
    {
        using var text = new StringWriter { NewLine = "\n" };
        TableVerb.WriteCsv(text, results);
        return text.ToString();
    }
}
