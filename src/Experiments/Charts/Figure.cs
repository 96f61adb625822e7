using ScottPlot;

namespace Experiments.Charts;

/// <summary>A whole picture: a title, lines that read the chart for the viewer, a legend, panels in a grid, and a footer that says which results these are.</summary>
/// <param name="Title">The title.</param>
/// <param name="Reading">One or two sentences under it; null for none.</param>
/// <param name="Panels">The panels, row by row. Those of one figure share their limits.</param>
/// <param name="Columns">Panels in a row.</param>
/// <param name="Legend">What is in the legend; empty for none.</param>
/// <param name="Footer">Where the results come from.</param>
/// <param name="Warning">What must not be overlooked, such as a quick run; null for nothing.</param>
internal sealed record Figure(
    string Title,
    string? Reading,
    IReadOnlyList<Plot> Panels,
    int Columns,
    IReadOnlyList<LegendItem> Legend,
    string Footer,
    string? Warning)
{
    private const float Width = 1000;
    private const float TitleHeight = 44;
    private const float LineHeight = 18;
    private const float LegendHeight = 34;
    private const float FooterHeight = 30;
    private const float Side = 18;
    private const float Gap = 14;
    private const float LabelMargin = 8;
    private const float AxisName = 52;
    private const float PanelTitle = 34;
    private const int LettersInALine = 132;

    // Pixels of the PNG for a unit of the layout: sharp on slides and on dense screens.
    private const int Scale = 2;

    /// <summary>Height of the area that each row of panels takes.</summary>
    public float RowHeight { get; init; } = 390;

    /// <summary>Room for the labels of the left axis.</summary>
    public float LeftAxis { get; init; } = 78;

    private IReadOnlyList<string> ReadingLines => Reading is null ? [] : [.. Wrap(Reading)];

    private float HeaderHeight => TitleHeight + (LineHeight * ReadingLines.Count) + (ReadingLines.Count > 0 ? 6 : 0);

    private int Rows => (Panels.Count + Columns - 1) / Columns;

    private float PanelsTop => HeaderHeight + (Legend.Count > 0 ? LegendHeight : 0);

    private float Height => PanelsTop + (Rows * RowHeight) + FooterHeight;

    /// <summary>Writes the picture as PNG, <see cref="Scale"/> times its layout in size.</summary>
    public void SavePng(string path)
    {
        var multiplot = new Multiplot();
        var parts = Parts();
        multiplot.Subplots.RemoveAt(0);
        foreach (var (plot, _) in parts)
        {
            plot.ScaleFactor = Scale;
            multiplot.AddPlot(plot);
        }

        multiplot.Layout = new Places([.. parts.Select(part => Scaled(part.Place, Scale))]);
        multiplot.SavePng(path, (int)(Width * Scale), (int)(Height * Scale));
    }

    /// <summary>Writes the picture as SVG: the parts' own documents, nested.</summary>
    public void SaveSvg(string path) => File.WriteAllText(path, NestedSvg.Compose(Parts(), (int)Width, (int)Height));

    private List<(Plot Plot, PixelRect Place)> Parts()
    {
        List<(Plot, PixelRect)> parts = [(Header(), Place(0, 0, Width, HeaderHeight))];
        if (Legend.Count > 0)
        {
            parts.Add((LegendStrip(), Place(0, HeaderHeight, Width, LegendHeight)));
        }

        parts.AddRange(Panels.Select((panel, index) => (panel, PanelPlace(panel, index))));
        parts.Add((FooterLine(), Place(0, Height - FooterHeight, Width, FooterHeight)));
        return parts;
    }

    // All panels have data areas of one size; only the first of a row has room for the labels of the left axis. The last label of a bottom axis
    // stands half outside the data area: Side is room for that.
    private PixelRect PanelPlace(Plot panel, int index)
    {
        var (row, column) = (index / Columns, index % Columns);
        var dataWidth = (Width - LeftAxis - (Gap * (Columns - 1)) - (Side * Columns)) / Columns;
        var left = column == 0 ? 0 : LeftAxis + (column * (dataWidth + Side)) + ((column - 1) * Gap);
        var titled = panel.Axes.Title.Label.Text.Length > 0;
        var padding = new PixelPadding(column == 0 ? LeftAxis : Gap, Side, AxisName, titled ? PanelTitle : Gap);
        panel.Layout.Fixed(padding);
        panel.Axes.Left.MinimumSize = padding.Left - LabelMargin; // an axis is measured before its last ticks are known, and its label would lie on them
        if (column > 0)
        {
            panel.Axes.Left.TickLabelStyle.IsVisible = false;
            panel.Axes.Left.Label.IsVisible = false;
        }

        return Place(left, PanelsTop + (row * RowHeight), padding.Left + dataWidth + padding.Right, RowHeight);
    }

    private Plot Header()
    {
        var plot = Blank(HeaderHeight);
        Write(plot, Title, Side, HeaderHeight - 30, 20, Theme.Ink, bold: true);
        foreach (var (line, index) in ReadingLines.Select((line, index) => (line, index)))
        {
            Write(plot, line, Side, HeaderHeight - TitleHeight - 12 - (index * LineHeight), 13, Theme.Quiet);
        }

        return plot;
    }

    private Plot FooterLine()
    {
        var plot = Blank(FooterHeight);
        Write(plot, Footer, Side, 12, 11, Theme.Quiet);
        if (Warning is not null)
        {
            Write(plot, Warning, Width - Side, 12, 11, Theme.Warning, bold: true, Alignment.MiddleRight);
        }

        return plot;
    }

    private Plot LegendStrip()
    {
        var plot = Blank(LegendHeight);
        var legend = plot.ShowLegend(Legend, Alignment.MiddleLeft);
        legend.Orientation = Orientation.Horizontal;
        legend.TightHorizontalWrapping = true;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = Colors.Transparent;
        legend.FontSize = 13;
        legend.Margin = new PixelPadding(Side - 6, 0, 0, 0);
        return plot;
    }

    private static Plot Blank(float height)
    {
        var plot = new Plot();
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.HideLegend();
        plot.Axes.SetLimits(0, Width, 0, height);
        return plot;
    }

    private static void Write(
        Plot plot, string text, float x, float y, float size, Color color, bool bold = false, Alignment alignment = Alignment.MiddleLeft)
    {
        var written = plot.Add.Text(text, x, y);
        written.LabelAlignment = alignment;
        written.LabelFontSize = size;
        written.LabelBold = bold;
        written.LabelFontColor = color;
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > LettersInALine)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }

    private static PixelRect Place(float left, float top, float width, float height) => new(left, left + width, top + height, top);

    private static PixelRect Scaled(PixelRect place, float scale) => new(place.Left * scale, place.Right * scale, place.Bottom * scale, place.Top * scale);

    private sealed class Places(PixelRect[] places) : IMultiplotLayout
    {
        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect) => places;
    }
}
