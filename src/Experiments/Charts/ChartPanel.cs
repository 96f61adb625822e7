using ScottPlot;

namespace Experiments.Charts;

/// <summary>A variant in a panel.</summary>
/// <param name="Label">What sets it apart within its panel, as it stands in the legend; empty if nothing does.</param>
/// <param name="Index">The number of its colour: equal labels have the same in every panel.</param>
/// <param name="Variant">The variant.</param>
public sealed record ChartLine(string Label, int Index, VariantResults Variant);

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

    /// <summary>Room for the labels of the left axis, in pixels.</summary>
    public float LeftAxis { get; init; } = 78;

    /// <summary>A drawing of nothing.</summary>
    public static Figure None { get; } = new([]);

    /// <summary>Legend items of lines, each label once.</summary>
    public static IReadOnlyList<LegendItem> LegendOf(IEnumerable<ChartLine> lines) =>
        [.. lines.DistinctBy(line => line.Label).Where(line => line.Label.Length > 0)
            .OrderBy(line => line.Index).Select(line => SeriesLines.LegendItem(line.Label, line.Index))];
}

/// <summary>A figure that was drawn.</summary>
/// <param name="Figure">The figure; its panels have their limits and ticks.</param>
/// <param name="Footer">Which results it shows.</param>
/// <param name="Warning">What must not be overlooked; empty for nothing.</param>
/// <param name="Svg">The whole picture, as Skia writes it.</param>
internal sealed record DrawnFigure(Figure Figure, string Footer, string Warning, string Svg);
