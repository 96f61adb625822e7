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
    /// <summary>Factors whose levels get a panel each, such as <c>activation, hidden layers</c>; null for one panel.</summary>
    public string? Panels { get; init; }

    /// <summary>Factors whose levels get a line or a row each; null for the variant's name.</summary>
    public string? Lines { get; init; }

    /// <summary>The levels that are shown, such as <c>[("drop", 0), ("drop", 0.5)]</c>; other factors have all of theirs.</summary>
    public IReadOnlyList<(string Factor, Level Level)> Where { get; init; } = [];

    /// <summary>
    /// Picks the variants that are shown, whatever their factors, such as those that were chosen: what is measured of these is without
    /// the seeds that chose them; curves have all seeds. Null for all variants.
    /// </summary>
    public Func<ResultTable, IEnumerable<VariantResults>>? Only { get; init; }

    /// <summary>Factors that the kind of chart uses beside panels and lines, such as an axis; empty if there are none.</summary>
    protected virtual IReadOnlyList<string> OwnFactors => [];

    /// <summary>Whether it shows what training led to, so that a training that diverged must not be overlooked.</summary>
    protected virtual bool ShowsTraining => true;

    /// <summary>Draws the chart into files.</summary>
    /// <param name="results">What it shows.</param>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <param name="formats">Of <c>png</c> and <c>svg</c>.</param>
    /// <returns>The paths of the files written; none if the results lack everything that the chart shows.</returns>
    public IReadOnlyList<string> Save(ResultTable results, string folder, IReadOnlyList<string> formats)
    {
        var frame = FrameOf(results);
        if (frame.Figure.Panels.Count == 0)
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        using var picture = frame.Draw();
        return [.. formats.AsParallel().AsOrdered().Select(format =>
        {
            var path = Path.Combine(folder, $"{Name}.{format}");
            var temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp"; // another command may be drawing it
            picture.Save(temporary, format);
            File.Move(temporary, path, overwrite: true);
            return path;
        })];
    }

    /// <summary>Draws the chart for a page: its figure, whose panels know their limits and ticks then, and the same as a picture.</summary>
    /// <param name="results">What it shows.</param>
    /// <returns>Null if the results lack everything that the chart shows.</returns>
    internal DrawnFigure? DrawForPage(ResultTable results)
    {
        var frame = FrameOf(results);
        if (frame.Figure.Panels.Count == 0)
        {
            return null;
        }

        using var picture = frame.Draw();
        return new(frame.Figure, frame.Footer, frame.Warning, picture.SkiaSvg());
    }

    /// <summary>Draws the panels.</summary>
    /// <param name="results">The results; may lack variants.</param>
    /// <returns>The panels with what stands around them; no panel if the results lack everything that the chart shows.</returns>
    /// <exception cref="RecipeException">The chart names something that does not exist.</exception>
    protected internal abstract Figure Draw(ResultTable results);

    /// <summary>The variants shown, in panels and lines. The recipe's baseline stands in for factors that a variant lacks.</summary>
    /// <param name="results">The results.</param>
    /// <exception cref="RecipeException">A factor does not exist.</exception>
    protected IReadOnlyList<ChartPanel> Group(ResultTable results)
    {
        var shown = Shown(results);
        var picked = Only?.Invoke(results).ToDictionary(variant => variant.Name) ?? [];

        // the levels of a factor have their colours whether they are shown or not
        var levels = Split(Lines) is [var factor] && shown.Count > 0 ? results.LevelsOf(factor) : [];
        var inOrder = levels.Count > 0 && levels.All(level => level.Number is not null);
        var labels = (inOrder ? levels.OrderBy(level => level.Number) : levels.AsEnumerable()).Select(level => level.LabelOf(Lines!))
            .Union(shown.Select(LineOf)).ToList();
        return
        [
            .. from variant in shown
               group LineFor(variant) by LabelOf(results, variant, Panels) into panel
               select new ChartPanel(panel.Key, [.. panel]),
        ];

        ChartLine LineFor(string variant)
        {
            var measured = picked.GetValueOrDefault(variant) ?? results[variant];
            var line = new ChartLine(LineOf(variant), labels.IndexOf(LineOf(variant)), measured);
            return inOrder ? line with { Style = Theme.Ordered(line.Index, labels.Count) } : line;
        }

        string LineOf(string variant) => Lines is null && Panels is null ? variant : LabelOf(results, variant, Lines);
    }

    /// <summary>The same, each variant by itself under the labels of its panel and its line.</summary>
    /// <param name="results">The results.</param>
    /// <exception cref="RecipeException">A factor does not exist.</exception>
    protected IReadOnlyList<ChartLine> Ungrouped(ResultTable results) =>
    [
        .. from panel in Group(results)
           from line in panel.Lines
           select line with { Label = CaptionText.Join(panel.Title, line.Label) },
    ];

    /// <summary>The label of published figures; it says so where the results beside them are of other settings or data.</summary>
    /// <param name="label">What the figures are.</param>
    /// <param name="results">The results.</param>
    /// <param name="variants">The variants that have figures.</param>
    protected static string PublishedLabelIn(string label, ResultTable results, params IEnumerable<string> variants)
    {
        var beside = results.Records.Where(record => variants.Contains(record.Variant)).ToList();
        var settings = beside.Exists(record => record.Quick || results.DeparturesOf(record.Variant).Count > 0);
        var data = beside.Exists(record => record.DataSet != "MNIST");
        return label + (settings || data ? $", {(settings ? "at the published settings" : "")}{(settings && data ? " and " : "")}"
            + (data ? "on MNIST" : "") : "");
    }

    private FigureFrame FrameOf(ResultTable results)
    {
        ChartFont.Use();
        return new(Title, Draw(results), results, Shown(results), ShowsTraining);
    }

    private List<string> Shown(ResultTable results)
    {
        if (results.Variants.Count == 0)
        {
            return [];
        }

        var named = Split(Panels).Concat(Split(Lines)).Concat(OwnFactors).Concat(Where.Select(level => level.Factor)).ToHashSet();
        foreach (var factor in named)
        {
            _ = results.LevelsOf(factor); // finds one that does not exist
        }

        var only = Only?.Invoke(results).Select(variant => variant.Name).ToHashSet();
        return
        [
            .. results.Variants.Where(variant => only?.Contains(variant)
                ?? (named.Count == 0 || results.FactorsOf(variant).All(own => named.Contains(own.Factor))))
                .Where(variant => OwnFactors.All(factor => results.LevelOf(variant, factor) is not null))
                .Where(variant => Where.GroupBy(level => level.Factor).All(wanted =>
                    results.LevelOf(variant, wanted.Key) is { } level && wanted.Any(other => other.Level.Equals(level)))),
        ];
    }

    private static string[] Split(string? factors) => factors?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    private static string LabelOf(ResultTable results, string variant, string? factors) =>
        string.Join(", ", from factor in Split(factors)
                          let level = results.LevelOf(variant, factor)
                          where level is not null
                          select level.Value.LabelOf(factor));
}
