using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A chart of one recipe: a function of its stored results, so it can be redrawn at any time without training. It shows the variants whose
/// factors are all among those that it names, in <see cref="Panels"/>, <see cref="Lines"/> or <see cref="Where"/>; a chart that names none
/// shows all. A kind of your own derives from it and draws on ScottPlot's plots: title, caption, legend, footer and files are the same for
/// all.
/// </summary>
/// <param name="Name">The name of the chart's files, without folder and ending.</param>
/// <param name="Title">The question that the chart answers.</param>
public abstract record Chart(string Name, string Title)
{
    /// <summary>
    /// Factors whose levels get a panel each, such as <c>activation</c> or <c>activation, hidden layers</c>; null for one panel.
    /// </summary>
    public string? Panels { get; init; }

    /// <summary>Factors whose levels get a line or a row each; null for the variant's name.</summary>
    public string? Lines { get; init; }

    /// <summary>
    /// The levels that are shown, such as <c>[("drop", 0), ("drop", 0.5)]</c>; factors that are not in it have all their levels.
    /// </summary>
    public IReadOnlyList<(string Factor, Level Level)> Where { get; init; } = [];

    /// <summary>Draws the panels.</summary>
    /// <param name="results">The results; may lack variants.</param>
    /// <returns>The panels with what stands around them; no panel if the results lack everything that the chart shows.</returns>
    /// <exception cref="RecipeException">The chart names something that does not exist.</exception>
    protected internal abstract Figure Draw(ResultTable results);

    /// <summary>
    /// The variants shown, grouped into panels and lines. The recipe's baseline stands in for factors that a variant does not name.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="factors">Factors that the kind of chart uses otherwise, such as an axis.</param>
    /// <exception cref="RecipeException">A factor does not exist.</exception>
    protected IReadOnlyList<ChartPanel> Group(ResultTable results, params IReadOnlyList<string> factors)
    {
        var named = Split(Panels).Concat(Split(Lines)).Concat(factors).Concat(Where.Select(level => level.Factor)).ToHashSet();
        foreach (var factor in results.Variants.Count > 0 ? named : [])
        {
            _ = results.LevelsOf(factor);
        }

        var shown = results.Variants.Where(variant => named.Count == 0 || results.FactorsOf(variant).All(own => named.Contains(own.Factor)))
            .Where(variant => factors.All(factor => results.LevelOf(variant, factor) is not null))
            .Where(variant => Where.GroupBy(level => level.Factor).All(levels =>
                results.LevelOf(variant, levels.Key) is { } level && levels.Any(wanted => wanted.Level.Equals(level)))).ToList();
        var colors = Split(Lines) is [var only] && results.Variants.Count > 0
            ? results.LevelsOf(only).Select(level => level.LabelOf(only)).ToList() : [];
        var labels = colors.Union(shown.Select(variant => LabelOf(results, variant, Lines) ?? "")).ToList();
        return
        [
            .. from variant in shown
               group variant by LabelOf(results, variant, Panels) ?? "" into panel
               select new ChartPanel(panel.Key, [.. from variant in panel
                                                    let label = Lines is null && Panels is not null
                                                        ? ""
                                                        : LabelOf(results, variant, Lines) ?? variant
                                                    let index = Lines is null && Panels is null
                                                        ? shown.IndexOf(variant)
                                                        : Math.Max(0, labels.IndexOf(label))
                                                    select new ChartLine(label, index, results[variant])]),
        ];
    }

    internal FigureFrame ToFigure(ResultTable results)
    {
        ChartFont.Use();
        return new(Title, Draw(results), FooterOf(results), WarningOf(results));
    }

    private static string[] Split(string? factors) => factors?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    private static string? LabelOf(ResultTable results, string variant, string? factors) => factors is null ? null
        : string.Join(", ", from factor in Split(factors)
                            let level = results.LevelOf(variant, factor)
                            where level is not null
                            select level.Value.LabelOf(factor));

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
        (true, true) => "QUICK RUN on SYNTHETIC DIGITS: decides nothing",
        (true, false) => "QUICK RUN: too short to decide anything",
        (false, true) => "SYNTHETIC DIGITS, not MNIST",
        _ => null,
    };

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
