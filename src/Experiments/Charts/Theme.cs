using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>How every chart looks: colours that colour-blind readers tell apart, a quiet frame, log axes.</summary>
public static class Theme
{
    /// <summary>The colour of text and of single seeds.</summary>
    public static Color Ink { get; } = Color.FromHex("#222222");

    /// <summary>The colour of what stands back.</summary>
    public static Color Quiet { get; } = Color.FromHex("#666666");

    /// <summary>The colour of bounds, published figures and warnings.</summary>
    public static Color Warning { get; } = Color.FromHex("#B00000");

    private const float TextSize = 12;
    private const float TitleOffset = 8; // nearer to its own panel than to what is above

    // Okabe and Ito's palette without black and yellow, which are too strong and too weak for lines.
    private static readonly int[] ColorOrder = [5, 6, 3, 7, 1, 2];
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.None, MarkerShape.FilledCircle, MarkerShape.OpenSquare, MarkerShape.FilledTriangleUp];

    /// <summary>The colour of the n-th series, from 0.</summary>
    public static Color SeriesColor(int index) =>
        new ScottPlot.Palettes.ColorblindFriendly().GetColor(ColorOrder[index % ColorOrder.Length]);

    /// <summary>
    /// The marker of the n-th series, none for the first ones: it changes when the colours start again. No line is dashed: each time Skia
    /// draws with a dashed paint on an SVG, it complains on standard error of an unsupported path effect.
    /// </summary>
    public static MarkerShape SeriesMarker(int index) => Shapes[index / ColorOrder.Length % Shapes.Length];

    /// <summary>An empty panel in the house style.</summary>
    /// <param name="title">Short title over the panel; empty for none.</param>
    public static Plot Panel(string title)
    {
        var plot = new Plot();
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Colors.Black.WithOpacity(0.1);
        plot.Axes.Margins(0.05, 0.05); // dots at the ends are not cut
        plot.HideLegend();
        plot.Title(title, 14);
        plot.Axes.Title.Label.OffsetY = TitleOffset;
        plot.Axes.Left.TickGenerator = new LinearTicks();
        plot.Axes.Bottom.TickGenerator = new LinearTicks();
        plot.Axes.Left.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Left.TickLabelStyle.OffsetY = ChartFont.CenteringOffset(TextSize);
        plot.Axes.Bottom.TickLabelStyle.FontSize = TextSize;
        return plot;
    }

    /// <summary>Labels the axes.</summary>
    public static void Label(Plot plot, string x, string y)
    {
        plot.XLabel(x, TextSize + 1);
        plot.YLabel(y, TextSize + 1);
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.Label.Bold = false;
    }

    /// <summary>Makes the left axis logarithmic: what is drawn on it are base-10 logarithms.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="low">Its lower limit.</param>
    /// <param name="high">Its upper limit.</param>
    public static void LogLeft(Plot plot, double low, double high)
    {
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            MinorTickGenerator = new LogDecadeMinorTickGenerator(),
            IntegerTicksOnly = true,
            LabelFormatter = new LogLabels(low, high).PowerOfTen,
        };
        plot.Grid.MinorLineColor = Colors.Black.WithOpacity(0.04);
        plot.Grid.MinorLineWidth = 1;
        plot.Axes.SetLimitsY(low, high);
    }

    /// <summary>
    /// Makes the bottom axis logarithmic: what is drawn on it are base-10 logarithms, and labels stand at every n-th power of ten.
    /// </summary>
    /// <param name="plot">The panel.</param>
    /// <param name="low">Its lower limit.</param>
    /// <param name="high">Its upper limit.</param>
    /// <param name="mostLabels">As many labels as there is room for.</param>
    public static void LogBottom(Plot plot, double low, double high, int mostLabels)
    {
        var every = Math.Max(1, (int)Math.Ceiling((high - low) / mostLabels));
        var decades = Enumerable.Range((int)Math.Ceiling(low), (int)(Math.Floor(high) - Math.Ceiling(low)) + 1)
            .Where(decade => decade % every == 0).ToList();
        var labels = new LogLabels(low, high);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. decades.Select(decade => (double)decade)], [.. decades.Select(decade => labels.PowerOfTen(decade))]);
        plot.Axes.SetLimitsX(low, high);
    }

    /// <summary>Makes the bottom axis count whole epochs, steps or layers.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="spacing">Least pixels from label to label.</param>
    public static void CountBottom(Plot plot, float spacing = 40) =>
        plot.Axes.Bottom.TickGenerator =
            new NumericAutomatic
            { IntegerTicksOnly = true, MinimumTickSpacing = spacing, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1) };

    /// <summary>Puts names in the place of numbers on the bottom axis.</summary>
    public static void Categories(Plot plot, IReadOnlyList<double> positions, IReadOnlyList<string> names)
    {
        plot.Axes.Bottom.SetTicks([.. positions], [.. names]);
        plot.Axes.Bottom.MajorTickStyle.Color = Colors.Transparent; // a length of 0 would put the labels on the axis line
        plot.Grid.XAxisStyle.IsVisible = false;
    }
}
