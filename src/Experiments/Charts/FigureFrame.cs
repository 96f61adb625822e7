using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>A whole picture: a title, a caption, a legend, panels in a grid, and a footer that says which results these are.</summary>
/// <param name="Title">The title.</param>
/// <param name="Figure">The panels, and what their kind of chart says of them.</param>
/// <param name="Footer">Where the results come from.</param>
/// <param name="Warning">What must not be overlooked, such as a quick run; null for nothing.</param>
internal sealed record FigureFrame(string Title, Figure Figure, string Footer, string? Warning)
{
    private const float Width = 1000;
    private const float Side = 18;
    private const float Gap = 14;
    private const float LabelMargin = 8;
    private const float AxisName = 52;
    private const float PanelTitle = 34;

    private IReadOnlyList<Plot> Panels => Figure.Panels;

    private int Columns => Figure.Columns;

    private float LeftAxis => Figure.LeftAxis;

    private float RowHeight => Figure.RowHeight;

    private TextBlock TitleBlock => new(Title, 20, Theme.Ink, Bold: true) { Above = 8, Below = 4 };

    private TextBlock CaptionBlock => new(Figure.Caption, 13, Theme.Quiet) { Below = 8 };

    private TextBlock FooterBlock => new(Footer, 11, Theme.Quiet) { Above = 4 };

    private TextBlock WarningBlock => new(Warning ?? "", 11, Theme.Warning, Bold: true);

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    /// <summary>Draws the figure.</summary>
    public Picture Draw()
    {
        var legend = new LegendStrip(Figure.Legend, TextWidth);
        var panelsTop = TitleBlock.Height(TextWidth) + CaptionBlock.Height(TextWidth) + legend.Height;
        var panelsBottom = panelsTop + (Rows * RowHeight);
        var height = panelsBottom + FooterBlock.Height(TextWidth) + WarningBlock.Height(TextWidth) + (Gap / 2);
        return new((int)Width, (int)Math.Ceiling(height), canvas =>
        {
            canvas.Clear(SKColors.White);
            using var paint = Paint.NewDisposablePaint();
            var top = TitleBlock.Draw(canvas, paint, Side, 0, TextWidth);
            top = CaptionBlock.Draw(canvas, paint, Side, top, TextWidth);
            legend.Draw(canvas, paint, Side, top);
            DrawPanels(canvas, panelsTop);
            top = FooterBlock.Draw(canvas, paint, Side, panelsBottom, TextWidth);
            WarningBlock.Draw(canvas, paint, Side, top, TextWidth);
        });
    }

    private static float TextWidth => Width - (2 * Side);

    private void DrawPanels(SKCanvas canvas, float top)
    {
        using var nowhere = new SKNoDrawCanvas((int)Width, (int)Width);
        for (var index = 0; index < Panels.Count; index++)
        {
            var place = PanelPlace(Panels[index], index, top);
            Panels[index].RenderManager.ClearCanvasBeforeEachRender = false; // the canvas holds the other panels, too
            Panels[index].Render(nowhere, place); // ScottPlot draws twice when limits are new to it, and an SVG would hold both
            Panels[index].Render(canvas, place);
        }
    }

    // All panels have data areas of one size; only the first of a row has room for the labels of the left axis. The last label of a bottom
    // axis stands half outside the data area: Side is room for that.
    private PixelRect PanelPlace(Plot panel, int index, float top)
    {
        var (row, column) = (index / Columns, index % Columns);
        var dataWidth = (Width - LeftAxis - (Gap * (Columns - 1)) - (Side * Columns)) / Columns;
        var left = column == 0 ? 0 : LeftAxis + (column * (dataWidth + Side)) + ((column - 1) * Gap);
        var titled = panel.Axes.Title.Label.Text.Length > 0;
        var padding = new PixelPadding(column == 0 ? LeftAxis : Gap, Side, AxisName, titled ? PanelTitle : Gap);
        panel.Layout.Fixed(padding);
        // an axis is measured before its last ticks are known, and its label would lie on them
        panel.Axes.Left.MinimumSize = padding.Left - LabelMargin;
        if (column > 0)
        {
            panel.Axes.Left.TickLabelStyle.IsVisible = false;
            panel.Axes.Left.Label.IsVisible = false;
        }

        var right = left + padding.Left + dataWidth + padding.Right;
        return new(left, right, top + ((row + 1) * RowHeight), top + (row * RowHeight));
    }
}
