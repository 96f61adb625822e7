using Experiments.Charts;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Verbs;

/// <summary>The charts of a recipe that were drawn into its folder.</summary>
/// <param name="Drawn">Each chart that the results have something for, with the paths of its files.</param>
/// <param name="AnyFailed">Whether a chart could not be drawn or written, which was said.</param>
internal sealed record ChartFiles(IReadOnlyList<(Chart Chart, IReadOnlyList<string> Paths)> Drawn, bool AnyFailed)
{
    /// <summary>The paths of all files.</summary>
    public IEnumerable<string> Paths => Drawn.SelectMany(chart => chart.Paths);

    /// <summary>Draws every chart; one that cannot be drawn costs itself alone.</summary>
    public static ChartFiles Draw(CommandContext context, Recipe recipe, ResultTable results)
    {
        var folder = Path.Combine(context.PlotsFolder, recipe.Name);
        var (drawn, failed) = (new List<(Chart, IReadOnlyList<string>)>(), false);
        try
        {
            foreach (var chart in recipe.Charts(results))
            {
                context.Interrupt.Token.ThrowIfCancellationRequested();
                try
                {
                    drawn.Add((chart, chart.Save(results, folder, context.ImageFormats)));
                }
                catch (Exception problem) when (problem is not (IOException or UnauthorizedAccessException))
                {
                    var cause = problem.GetBaseException(); // several files are written at once
                    var kind = cause is RecipeException or IOException ? "" : $"{cause.GetType().Name}: ";
                    context.Warn($"The chart '{chart.Name}' of {recipe.Name} cannot be drawn. {kind}{cause.Message}");
                    context.Trace(problem);
                    failed = true;
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            context.Warn($"The charts cannot be written to {folder}: {problem.Message} Choose another folder with --plots.");
            failed = true;
        }

        return new(drawn, failed);
    }
}
