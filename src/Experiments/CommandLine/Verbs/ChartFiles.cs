using Experiments.Charts;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Reports;

namespace Experiments.CommandLine.Verbs;

/// <summary>The charts of a recipe that were drawn into its folder.</summary>
/// <param name="Drawn">Each chart that the results have something for, with the paths of its files.</param>
/// <param name="AnyFailed">Whether a chart could not be drawn or written, which was said.</param>
internal sealed record ChartFiles(IReadOnlyList<(Chart Chart, IReadOnlyList<string> Paths)> Drawn, bool AnyFailed)
{
    private const int LongestName = 60;

    /// <summary>The paths of all files.</summary>
    public IEnumerable<string> Paths => Drawn.SelectMany(chart => chart.Paths);

    /// <summary>Draws the recipe's claims and every chart; one that cannot be drawn costs itself alone.</summary>
    public static ChartFiles Draw(CommandContext context, StudyRequest request, ClaimReport report)
    {
        var (recipe, results) = (report.Recipe, report.Results);
        var folder = Path.Combine(context.PlotsFolder, recipe.Name, SubfolderOf(results, isPart: request.Variants.Count > 0));
        var (drawn, failed) = (new List<(Chart, IReadOnlyList<string>)>(), false);
        foreach (var chart in Charts())
        {
            context.Interrupt.Token.ThrowIfCancellationRequested();
            Try($"The chart '{chart.Name}' of {recipe.Name} cannot be drawn.", () =>
                drawn.Add((chart, chart.Save(results, folder, context.ImageFormats))));
        }

        return new(drawn, failed);

        List<Chart> Charts()
        {
            List<Chart> charts = [new ForestPlot(report.Claims)];
            Try($"The charts of {recipe.Name} cannot be listed.", () => charts.AddRange(recipe.Charts(results)));
            return charts;
        }

        void Try(string problem, Action action)
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                var cause = error.GetBaseException(); // several files are written at once
                var isOfFiles = cause is IOException or UnauthorizedAccessException;
                var kind = cause is RecipeException || isOfFiles ? "" : $"{cause.GetType().Name}: ";
                context.Warn($"{problem} {kind}{cause.Message}{(isOfFiles ? " Choose another folder with --plots." : "")}");
                context.Trace(error);
                failed = true;
            }
        }
    }

    /// <summary>
    /// Where charts stand in the recipe's folder: in the folder itself if all is as published, so that nothing else ever takes the place of
    /// published charts; else in a folder named by what is not, such as <c>quick</c> or <c>epochs=5</c>.
    /// </summary>
    /// <param name="results">The results shown.</param>
    /// <param name="isPart">Whether they are of some of the variants alone.</param>
    internal static string SubfolderOf(ResultTable results, bool isPart)
    {
        var departures = results.Variants.SelectMany(results.DeparturesOf).Distinct();
        var name = string.Join(
            ',',
            [
                .. results.Quick ? ["quick"] : (string[])[],
                .. results.Records.Select(DataOf).Where(data => data.Length > 0).Distinct(),
                .. departures.Select(departure => $"{departure.Setting}={ResultKey.Slug(departure.Value)}"),
                .. isPart ? results.Variants.Select(ResultKey.Slug) : [],
            ]);
        return name.Length <= LongestName ? name : $"{name[..LongestName].TrimEnd('.', ',', ' ')}-{ResultKey.Digest(name)[..6]}";
    }

    // The name of data that have none of their own has their digest in it.
    private static string DataOf(RunRecord record) =>
        record.DataSet == Mnist.Name || record.DataSet == DataSet.None.Name ? ""
        : record.Synthetic ? "synthetic"
        : ResultKey.Slug(record.DataSet);
}
