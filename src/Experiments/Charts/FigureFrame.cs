using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>A whole picture: a title, a caption, a legend, panels in a grid, and a footer that says which results these are.</summary>
/// <param name="Title">The title.</param>
/// <param name="Figure">The panels, and what their kind of chart says of them.</param>
/// <param name="Results">The results.</param>
/// <param name="Variants">The variants of them that are shown.</param>
/// <param name="ShowsTraining">Whether what training led to is shown.</param>
internal sealed record FigureFrame(
    string Title, Figure Figure, ResultTable Results, IReadOnlyList<string> Variants, bool ShowsTraining)
{
    private const float Width = 1000;
    private const float Side = 18;
    private const float Gap = 14;
    private const float LabelMargin = 8;
    private const float AxisName = 52;
    private const float PanelTitle = 34;
    private const float LegendTextSize = 13;
    private const int MostGaps = 3;

    /// <summary>Which results these are.</summary>
    public string Footer =>
        $"{Results.DataSet} · {NumberText.Count(Results.Seeds.Count, "seed")} · {Results.Recipe}, results {Results.Hash}";

    /// <summary>What must not be overlooked; empty for nothing.</summary>
    public string Warning =>
        string.Join(" · ", new[] { MissingCells, KindOfRun, OtherSettings, Diverged }.Where(text => text.Length > 0));

    private string MissingCells
    {
        get
        {
            var missing = Results.Gaps.Sum(gap => gap.Seeds.Count);
            return missing == 0 ? "" : $"{missing} of {missing + Results.Cells} cells MISSING: "
                + string.Join("; ", Results.Gaps.Take(MostGaps)) + (Results.Gaps.Count > MostGaps ? " …" : "");
        }
    }

    private string KindOfRun => (Results.Quick, Results.Synthetic) switch
    {
        (true, true) => "QUICK RUN on SYNTHETIC DIGITS: decides nothing",
        (true, false) => "QUICK RUN: too short to decide anything",
        (false, true) => "SYNTHETIC DIGITS, not MNIST",
        _ => "",
    };

    private string OtherSettings
    {
        get
        {
            var departures = Variants.SelectMany(Results.DeparturesOf).CountBy(departure => departure).Select(changed =>
                $"{changed.Key}{(changed.Value == Variants.Count ? "" : $", in {changed.Value} of {Variants.Count} variants")}").ToList();
            return departures.Count == 0 ? "" : $"OTHER SETTINGS THAN PUBLISHED: {string.Join("; ", departures)}";
        }
    }

    private string Diverged
    {
        get
        {
            var diverged = (from variant in ShowsTraining ? Variants : []
                            let seeds = Results[variant].DivergedEpoch.BySeed.Count
                            where seeds > 0
                            select $"{variant} ({seeds} of {NumberText.Count(Results.SeedsOf(variant).Count, "seed")})").ToList();
            return diverged.Count == 0 ? "" : $"TRAINING DIVERGED: {string.Join("; ", diverged)}";
        }
    }

    /// <summary>Draws the figure.</summary>
    public Picture Draw() => new(Title, (int)Width, canvas =>
    {
        canvas.Clear(SKColors.White);
        using var paint = Paint.NewDisposablePaint();
        var top = Draw(new(Title, 20, Theme.Ink, Bold: true, Above: 8, Below: 4), 0);
        top = Draw(new(Figure.Caption, 13, Theme.Quiet, Below: 8), top);
        top = DrawLegend(canvas, paint, top);
        top = DrawPanels(canvas, top);
        top = Draw(new(Footer, 11, Theme.Quiet, Above: 4), top);
        return Draw(new(Warning, 11, Theme.Warning, Bold: true), top) + (Gap / 2);

        float Draw(TextBlock block, float above) => block.Draw(canvas, paint, Side, above, Width - (2 * Side));
    });

    // Items side by side, in as many rows as they need.
    private float DrawLegend(SKCanvas canvas, Paint paint, float top)
    {
        if (Figure.Legend.Count == 0)
        {
            return top;
        }

        var legend = new Legend(new Plot())
        {
            Orientation = Orientation.Horizontal,
            TightHorizontalWrapping = true,
            OutlineWidth = 0,
            ShadowColor = Colors.Transparent,
            BackgroundColor = Colors.Transparent,
            FontSize = LegendTextSize,
            Padding = new PixelPadding(0, 0, 4, 4),
            InterItemPadding = new PixelPadding(0, 14, 2, 2),
            ManualItems = [.. Figure.Legend],
        };
        legend.ManualItems.ForEach(item => item.LabelStyle.OffsetY = ChartFont.CenteringOffset(LegendTextSize));
        var bottom = top + legend.GetLayout(new(Width - (2 * Side), float.MaxValue), paint).LegendRect.Height;
        legend.Render(canvas, paint, new PixelRect(Side, Width - Side, bottom, top), Alignment.UpperLeft);
        return bottom + 4;
    }

    private float DrawPanels(SKCanvas canvas, float top)
    {
        using var nowhere = new SKNoDrawCanvas((int)Width, (int)Width);
        foreach (var (index, panel) in Figure.Panels.Index())
        {
            var place = PanelPlace(panel, index, top);
            panel.RenderManager.ClearCanvasBeforeEachRender = false; // the canvas holds the other panels, too
            panel.Render(nowhere, place); // ScottPlot draws twice when limits are new to it, and an SVG would hold both
            panel.Render(canvas, place);
        }

        return top + (Figure.RowHeight * ((Figure.Panels.Count + Figure.Columns - 1) / Figure.Columns));
    }

    // All panels have data areas of one size; only the first of a row has room for the labels of the left axis. The last label of a bottom
    // axis stands half outside the data area: Side is room for that.
    private PixelRect PanelPlace(Plot panel, int index, float top)
    {
        var (columns, leftAxis) = (Figure.Columns, Figure.LeftAxis);
        var (row, column) = (index / columns, index % columns);
        var dataWidth = (Width - leftAxis - (Gap * (columns - 1)) - (Side * columns)) / columns;
        var left = column == 0 ? 0 : leftAxis + (column * (dataWidth + Side)) + ((column - 1) * Gap);
        var titled = panel.Axes.Title.Label.Text.Length > 0;
        var padding = new PixelPadding(column == 0 ? leftAxis : Gap, Side, AxisName, titled ? PanelTitle : Gap);
        panel.Layout.Fixed(padding);
        // an axis is measured before its last ticks are known, and its label would lie on them
        panel.Axes.Left.MinimumSize = padding.Left - LabelMargin;
        panel.Axes.Left.TickLabelStyle.IsVisible = column == 0;
        panel.Axes.Left.Label.IsVisible = column == 0;
        var right = left + padding.Left + dataWidth + padding.Right;
        return new(left, right, top + ((row + 1) * Figure.RowHeight), top + (row * Figure.RowHeight));
    }
}
