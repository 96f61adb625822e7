using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>plot</c>: draws charts from stored results.</summary>
internal static class PlotVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open) => StudyOptions.Verb(
        "plot", "Draw charts from stored results, without training.", (parsed, request) => Run(open(parsed), request));

    private static int Run(CommandContext context, StudyRequest request)
    {
        if (request.Names.Count == 0)
        {
            context.Mistakes.Add($"'plot' takes one recipe or more. {context.Catalog.Known}");
        }

        var recipes = context.Catalog.FindAll(request.Names, context.Mistakes);
        context.Checked();
        var reports = recipes.Select(recipe => StoredResults.Report(context, recipe, request)).ToList();
        var results = reports.ConvertAll(report => report.Results);
        var charts = reports.ConvertAll(report => ChartFiles.Draw(context, request, report));
        var paths = charts.SelectMany(chart => chart.Paths).ToList();
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new { Charts = paths, Missing = results.SelectMany(stored => stored.Gaps) });
        }
        else
        {
            paths.ForEach(path => context.Out.WriteLine(context.Terminal.Shorten(path)));
        }

        return charts.Any(chart => chart.AnyFailed) ? ExitCode.Failed : StoredResults.ExitCodeOf(results);
    }
}
