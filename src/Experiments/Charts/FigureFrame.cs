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
    private const float AxisNumbers = 26;
    private const float PanelTitle = 34;
    private const float LegendTextSize = 13;
    private const float TickTextSize = 12;
    private const int MostGaps = 3;
    private const float ScaleHeight = 12;
    private const float ScaleWidth = 380;

    private readonly LineEnds ends = LineEnds.Of(Figure, Width, panel => BottomOf(panel) + TopOf(panel));

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
        top = DrawColors(canvas, paint, top);
        top = DrawLegend(canvas, paint, top);
        top = DrawPanels(canvas, paint, top);
        top = Draw(new(Footer, 11, Theme.Quiet, Above: 4), top);
        return Draw(new(Warning, 11, Theme.Warning, Bold: true), top) + (Gap / 2);

        float Draw(TextBlock block, float above) => block.Draw(canvas, paint, Side, above, Width - (2 * Side));
    });

    // A strip with its label on the left and its numbers below.
    private float DrawColors(SKCanvas canvas, Paint paint, float top)
    {
        if (Figure.Scale is not { } scale)
        {
            return top;
        }

        var left = Side + ChartFont.Width(scale.Label, LegendTextSize) + Gap;
        _ = new TextBlock(scale.Label, LegendTextSize, Theme.Ink).Draw(canvas, paint, Side, top - 2, Width);
        using var strip = new SKBitmap((int)ScaleWidth, 1); // a picture keeps its colours on a dark ground, as the cells do
        strip.Pixels =
            [.. Enumerable.Range(0, strip.Width).Select(pixel => scale.Colors.GetColor((pixel + 0.5) / strip.Width).ToSKColor())];
        canvas.DrawBitmap(strip, SKRect.Create(left, top, ScaleWidth, ScaleHeight));
        using var stroke = new SKPaint { Color = Theme.Ink.ToSKColor() };
        foreach (var (position, label) in scale.Ticks)
        {
            var x = left + (float)(ScaleWidth * scale.ShareOf(position));
            new LabelStyle { FontSize = TickTextSize, ForeColor = Theme.Ink, Alignment = Alignment.UpperCenter }
                .Render(canvas, new Pixel(x, top + ScaleHeight + 5), paint, label);
            canvas.DrawRect(x - 0.5f, top + ScaleHeight, 1, 3, stroke);
        }

        return top + ScaleHeight + 26;
    }

    // Items side by side, in as many rows as they need.
    private float DrawLegend(SKCanvas canvas, Paint paint, float top)
    {
        var items = ends.IsEmpty ? Figure.Legend : [.. Figure.Legend.Where(item => !ends.Has(item.LabelText))];
        if (items.Count == 0)
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
            ManualItems = [.. items],
        };
        legend.ManualItems.ForEach(item => item.LabelStyle.OffsetY = ChartFont.CenteringOffset(LegendTextSize));
        var bottom = top + legend.GetLayout(new(Width - (2 * Side), float.MaxValue), paint).LegendRect.Height;
        legend.Render(canvas, paint, new PixelRect(Side, Width - Side, bottom, top), Alignment.UpperLeft);
        return bottom + 4;
    }

    private float DrawPanels(SKCanvas canvas, Paint paint, float top)
    {
        using var nowhere = new SKNoDrawCanvas((int)Width, (int)Width);
        var rows = (Figure.Panels.Count + Figure.Columns - 1) / Figure.Columns;
        for (var row = 0; row < rows; row++)
        {
            var bottom = top + Figure.HeightOf(row);
            for (var index = row * Figure.Columns; index < Math.Min((row + 1) * Figure.Columns, Figure.Panels.Count); index++)
            {
                var panel = Figure.Panels[index];
                var place = PanelPlace(panel, index % Figure.Columns, top, bottom);
                panel.RenderManager.ClearCanvasBeforeEachRender = false; // the canvas holds the other panels, too
                panel.Render(nowhere, place); // ScottPlot draws twice when limits are new to it, and an SVG would hold both
                panel.Render(canvas, place);
                ends.Draw(canvas, paint, panel, index, panel.LastRender.DataRect);
            }

            top = bottom;
        }

        return top;
    }

    // All panels have data areas of one width; only the first of a row has room for the labels of the left axis. The last label of a bottom
    // axis stands half outside the data area: Side is room for that.
    private PixelRect PanelPlace(Plot panel, int column, float top, float bottom)
    {
        var (columns, leftAxis, right) = (Figure.Columns, Figure.LeftAxis, Math.Max(Side, ends.Width));
        var dataWidth = (Width - leftAxis - (Gap * (columns - 1)) - (right * columns)) / columns;
        var left = column == 0 ? 0 : leftAxis + (column * (dataWidth + right)) + ((column - 1) * Gap);
        var padding = new PixelPadding(column == 0 ? leftAxis : Gap, right, BottomOf(panel), TopOf(panel));
        panel.Layout.Fixed(padding);
        // an axis is measured before its last ticks are known, and its label would lie on them
        panel.Axes.Left.MinimumSize = padding.Left - LabelMargin;
        panel.Axes.Left.TickLabelStyle.IsVisible = column == 0;
        panel.Axes.Left.Label.IsVisible = column == 0;
        return new(left, left + padding.Left + dataWidth + padding.Right, bottom, top);
    }

    private static float BottomOf(Plot panel) => panel.Axes.Bottom.Label.Text.Length > 0 ? AxisName : AxisNumbers;

    private static float TopOf(Plot panel) => panel.Axes.Title.Label.Text.Length > 0 ? PanelTitle : Gap;
}
