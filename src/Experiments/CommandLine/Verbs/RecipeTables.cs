using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>The tables that a recipe computes from results.</summary>
/// <param name="All">Those that have rows.</param>
/// <param name="Failed">Whether the recipe threw instead, which was said.</param>
internal sealed record RecipeTables(IReadOnlyList<PrintedTable> All, bool Failed)
{
    /// <summary>Computes them; what throws costs the tables alone.</summary>
    public static RecipeTables Of(CommandContext context, Recipe recipe, ResultTable results) =>
        Of(recipe, results, (words, problem) =>
        {
            context.Warn($"{words} {RecipeException.Words(problem)}");
            context.Trace(problem);
        });

    /// <summary>Computes them.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="results">The results.</param>
    /// <param name="failed">Gets what throws, with a sentence.</param>
    public static RecipeTables Of(Recipe recipe, ResultTable results, Action<string, Exception> failed)
    {
        try
        {
            return new([.. recipe.Tables(results).Where(table => table.Rows.Count > 0)], Failed: false);
        }
        catch (Exception problem)
        {
            failed($"The tables of {recipe.Name} cannot be computed.", problem);
            return new([], Failed: true);
        }
    }

    /// <summary>Writes them for people, each after an empty line.</summary>
    public void Write(TextWriter output, bool color)
    {
        foreach (var (table, text) in Texts())
        {
            output.WriteLine($"\n{OneLine.Visible(table.Title)}");
            text.Write(output, color);
        }
    }

    /// <summary>Writes them in Markdown.</summary>
    public void WriteMarkdown(TextWriter output)
    {
        foreach (var (table, text) in Texts())
        {
            output.WriteLine($"\n### {Markdown.Escape(table.Title)}\n");
            text.WriteMarkdown(output);
        }
    }

    private IEnumerable<(PrintedTable Table, TextTable Text)> Texts()
    {
        foreach (var table in All)
        {
            var text = new TextTable(table.Columns) { IsText = true };
            table.Rows.ToList().ForEach(row => text.Add(row));
            yield return (table, text);
        }
    }
}
