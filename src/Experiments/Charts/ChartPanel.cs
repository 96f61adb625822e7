using ScottPlot;

namespace Experiments.Charts;

/// <summary>A variant in a panel.</summary>
/// <param name="Label">What sets it apart within its panel, as it stands in the legend; empty if nothing does.</param>
/// <param name="Index">Its place among all labels, from 0: equal labels have the same in every panel.</param>
/// <param name="Variant">The variant.</param>
public sealed record ChartLine(string Label, int Index, VariantResults Variant)
{
    /// <summary>How it looks: equal labels look the same in every panel, and those of numbers are in order.</summary>
    public SeriesStyle Style { get; init; } = Theme.Category(Index);
}

/// <summary>Variants that share a panel.</summary>
/// <param name="Title">What they have in common; empty for a single panel.</param>
/// <param name="Lines">The variants.</param>
public sealed record ChartPanel(string Title, IReadOnlyList<ChartLine> Lines);

/// <summary>What a chart draws: its panels, and what a kind of chart says of them.</summary>
/// <param name="Panels">The panels, row by row; none if there is nothing to show.</param>
public sealed record Figure(IReadOnlyList<Plot> Panels)
{
    /// <summary>Panels in a row.</summary>
    public int Columns { get; init; } = Math.Max(1, Panels.Count);

    /// <summary>What is in the legend; empty for none.</summary>
    public IReadOnlyList<LegendItem> Legend { get; init; } = [];

    /// <summary>One or two sentences under the title that say what the panels show, from what is drawn; empty for none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Height of a row of panels, in pixels.</summary>
    public float RowHeight { get; init; } = 390;

    /// <summary>Heights of the rows of panels, in pixels, where they differ; empty if they do not.</summary>
    public IReadOnlyList<float> RowHeights { get; init; } = [];

    /// <summary>
    /// What stands to the right of each panel, where its lines end: their names, which then are not in the legend. Where there is no room
    /// for all, they stay in the legend.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<EndLabel>> EndLabels { get; init; } = [];

    /// <summary>The scale of the colours of cells; null where colours are no numbers.</summary>
    public ColorScale? Scale { get; init; }

    /// <summary>Height of one row of panels.</summary>
    internal float HeightOf(int row) => row < RowHeights.Count ? RowHeights[row] : RowHeight;

    /// <summary>Room for the labels of the left axis, in pixels.</summary>
    public float LeftAxis { get; init; } = 78;

    /// <summary>A drawing of nothing.</summary>
    public static Figure None { get; } = new([]);

    /// <summary>Legend items of lines, each label once.</summary>
    public static IReadOnlyList<LegendItem> LegendOf(IEnumerable<ChartLine> lines) =>
        [.. lines.DistinctBy(line => line.Label).Where(line => line.Label.Length > 0)
            .OrderBy(line => line.Index).Select(line => SeriesLines.LegendItem(line.Label, line.Style))];
}

/// <summary>The name of a line to the right of its panel.</summary>
/// <param name="Text">The name.</param>
/// <param name="Position">Where the line ends on the left axis.</param>
/// <param name="Color">The line's colour.</param>
public sealed record EndLabel(string Text, double Position, Color Color);

/// <summary>The colours of cells as a strip above the panels.</summary>
/// <param name="Label">What the numbers are.</param>
/// <param name="Colors">The colours from the least to the greatest number.</param>
/// <param name="Range">The positions on the axis where the colours begin and end.</param>
/// <param name="Ticks">Positions on the axis with their labels.</param>
public sealed record ColorScale(
    string Label, IColormap Colors, (double Low, double High) Range, IReadOnlyList<(double Position, string Label)> Ticks)
{
    /// <summary>Where a position stands among the colours: 0 for the first, 1 for the last.</summary>
    public double ShareOf(double position) => Math.Clamp((position - Range.Low) / (Range.High - Range.Low), 0, 1);
}

/// <summary>A figure that was drawn.</summary>
/// <param name="Figure">The figure; its panels have their limits and ticks.</param>
/// <param name="Footer">Which results it shows.</param>
/// <param name="Warning">What must not be overlooked; empty for nothing.</param>
/// <param name="Svg">The whole picture, as Skia writes it.</param>
internal sealed record DrawnFigure(Figure Figure, string Footer, string Warning, string Svg);
