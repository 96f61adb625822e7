using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>A chart of one recipe: a function of its stored results, so it can be redrawn at any time without training.</summary>
/// <param name="Name">The name of the chart's files, without folder and ending.</param>
/// <param name="Title">What the chart shows, or the question it answers.</param>
public abstract record Chart(string Name, string Title)
{
    /// <summary>The variants shown, in this order; null for all that have what the chart shows.</summary>
    public IReadOnlyList<string>? Variants { get; init; }

    /// <summary>A sentence or two under the title that read the chart for the viewer, from the results; null for none.</summary>
    public Func<ResultTable, string>? Reading { get; init; }

    internal Figure Draw(ResultTable results)
    {
        ChartFont.Use();
        var shown = (Variants ?? results.Variants).Where(variant => results.Variants.Contains(variant)).ToList();
        var figure = Draw(results, shown);
        return figure with { Reading = figure.Panels.Count > 0 ? Reading?.Invoke(results) : null };
    }

    private protected abstract Figure Draw(ResultTable results, IReadOnlyList<string> variants);

    private protected Figure Figure(ResultTable results, IReadOnlyList<Plot> panels, int columns, IReadOnlyList<LegendItem> legend) =>
        new(Title, null, panels, columns, legend, FooterOf(results), WarningOf(results));

    private static string FooterOf(ResultTable results) =>
        $"{results.DataSet} · {Count(results.Seeds.Count, "seed")} · {results.Recipe}, results {results.Hash}";

    private static string? WarningOf(ResultTable results)
    {
        string[] warnings = [.. new[] { GapsOf(results), KindOf(results) }.OfType<string>()];
        return warnings.Length == 0 ? null : string.Join(" · ", warnings);
    }

    // As many gaps as there is room for beside the rest of the line.
    private static string? GapsOf(ResultTable results)
    {
        const int room = 60;
        if (results.Gaps.Count == 0)
        {
            return null;
        }

        var missing = results.Gaps.Sum(gap => gap.Seeds.Count);
        var shown = Enumerable.Range(1, results.Gaps.Count).Reverse().FirstOrDefault(count => Join(count).Length <= room, 1);
        return $"{missing} of {missing + results.Cells} cells MISSING: {Join(shown)}{(shown < results.Gaps.Count ? " …" : "")}";

        string Join(int count) => string.Join("; ", results.Gaps.Take(count));
    }

    private static string? KindOf(ResultTable results) => (results.Quick, results.Synthetic) switch
    {
        (true, true) => "QUICK LOOK on SYNTHETIC DIGITS: decides nothing",
        (true, false) => "QUICK LOOK: too short to decide anything",
        (false, true) => "SYNTHETIC DIGITS, not MNIST",
        _ => null,
    };

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
