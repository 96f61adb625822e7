using Experiments.Charts;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Verbs;

/// <summary>Draws a recipe's charts into its folder.</summary>
internal static class ChartFiles
{
    /// <summary>Draws every chart that the results have something for.</summary>
    /// <returns>The paths of the files written.</returns>
    /// <exception cref="FailureException">The files cannot be written, or a chart asks for something that does not exist: the others are
    /// drawn.</exception>
    public static IReadOnlyList<string> Draw(CommandContext context, Recipe recipe, ResultTable results)
    {
        var folder = Path.Combine(context.PlotsFolder, recipe.Name);
        var paths = new List<string>();
        var mistakes = new List<string>();
        try
        {
            foreach (var chart in recipe.Charts(results))
            {
                context.Interrupt.Token.ThrowIfCancellationRequested();
                try
                {
                    paths.AddRange(ChartDrawing.Save(chart, results, folder, context.ImageFormats));
                }
                catch (RecipeException mistake)
                {
                    mistakes.Add($"The chart '{chart.Name}' of {recipe.Name} cannot be drawn. {mistake.Message}");
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"The charts cannot be written to {folder}: {problem.Message} Choose another folder with --plots.");
        }

        return mistakes.Count == 0 ? paths : throw new FailureException(string.Join(" ", mistakes));
    }
}
