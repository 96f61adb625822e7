using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>How a series looks.</summary>
/// <param name="Color">The colour of its line.</param>
/// <param name="Marker">The marker at its points.</param>
public readonly record struct SeriesStyle(Color Color, MarkerShape Marker);

/// <summary>How every chart looks: colours that colour-blind readers tell apart, a quiet frame.</summary>
public static class Theme
{
    // Of the axis, left and right together: a mark may stand at the first or the last epoch, and ScottPlot cuts off what lies outside.
    internal const double RoomForMarks = 0.06;

    private const float TextSize = 12;
    private const float TitleOffset = 8; // nearer to its own panel than to what is above
    private const float WidthOfALetter = 7.2f;

    // Okabe and Ito's palette without black and yellow, which are too strong and too weak for lines.
    private static readonly int[] ColorOrder = [5, 6, 3, 7, 1, 2];
    private const double LightestOrdered = 0.83; // of the colours of numbers: lines beyond it are too light on white
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.None, MarkerShape.FilledCircle, MarkerShape.OpenSquare, MarkerShape.FilledTriangleUp];

    /// <summary>The colour of text.</summary>
    public static Color Ink { get; } = Color.FromHex("#222222");

    /// <summary>The colour of single seeds.</summary>
    public static Color Seed { get; } = Ink.WithAlpha(0.4);

    /// <summary>The colour of what stands back.</summary>
    public static Color Quiet { get; } = Color.FromHex("#666666");

    /// <summary>The colour of bounds, published figures and warnings.</summary>
    public static Color Warning { get; } = Color.FromHex("#B00000");

    /// <summary>The colour of a supported claim.</summary>
    public static Color Supported { get; } = Color.FromHex("#007A5A");

    /// <summary>The colour of a refuted claim.</summary>
    public static Color Refuted { get; } = Color.FromHex("#C04A00");

    /// <summary>The colour of text on dark squares of a heat map, which are the same on every ground.</summary>
    public static Color OnDark { get; } = Color.FromHex("#FDFDFD");

    /// <summary>The colour of text on light squares of a heat map.</summary>
    public static Color OnLight { get; } = Color.FromHex("#1A1A1A");

    /// <summary>The colour of squares that stand back.</summary>
    public static Color StandsBack { get; } = Color.FromHex("#E4E4E4");

    /// <summary>The colours of numbers that ought to be 0, from none up.</summary>
    public static IColormap Errors { get; } = new ScottPlot.Colormaps.Amp();

    /// <summary>The colours of numbers below and above 0: blue, white, red.</summary>
    public static IColormap Diverging { get; } = new ScottPlot.Colormaps.Balance();

    /// <summary>The greys of handwriting: dark ink on white paper.</summary>
    public static IColormap InkOnPaper { get; } = new ScottPlot.Colormaps.GrayscaleReversed();

    /// <summary>The colour of the n-th of some series that have no order, from 0.</summary>
    public static Color SeriesColor(int index) =>
        new ScottPlot.Palettes.ColorblindFriendly().GetColor(ColorOrder[index % ColorOrder.Length]);

    /// <summary>
    /// The look of the n-th of some series that have no order, from 0. Its marker, none for the first ones, changes when the colours start
    /// again. No line is dashed: each time Skia draws with a dashed paint on an SVG, it complains on standard error of an unsupported path
    /// effect.
    /// </summary>
    public static SeriesStyle Category(int index) => new(SeriesColor(index), Shapes[index / ColorOrder.Length % Shapes.Length]);

    /// <summary>The look of the n-th of some series in order, as of growing numbers: from dark to light.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static SeriesStyle Ordered(int index, int count) =>
        new(Numbers.GetColor(LightestOrdered * index / Math.Max(1, count - 1)), MarkerShape.None);

    /// <summary>The look of a layer: the first is the darkest.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="layers">How many there are.</param>
    public static SeriesStyle Layer(int layer, int layers) => Ordered(layer - 1, layers);

    /// <summary>The colours of numbers in cells, from the least to the greatest.</summary>
    public static IColormap Numbers { get; } = new ScottPlot.Colormaps.Viridis();

    /// <summary>The colours of sizes over magnitudes, in cells: what has vanished is dark.</summary>
    public static IColormap Sizes { get; } = new ScottPlot.Colormaps.Inferno();

    /// <summary>A split as it stands in charts.</summary>
    public static string NameOf(string split) => split == Splits.Train ? "training" : split;

    /// <summary>The line of a bound or a reference, as it stands in the legend.</summary>
    public static LegendItem BoundItem(string label) => new() { LabelText = label, LineColor = Warning, LineWidth = 1.5f };

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
        plot.Axes.Bottom.TickGenerator = new LinearTicks(spacing: LinearTicks.SpacingOnBottom);
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

    /// <summary>Makes the bottom axis count whole epochs, steps or layers.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="spacing">Least pixels from label to label.</param>
    public static void CountBottom(Plot plot, float spacing = 40) =>
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true, MinimumTickSpacing = spacing, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1),
        };

    /// <summary>Puts names at 0, 1, 2 … of the bottom axis.</summary>
    public static void NameColumns(Plot plot, IReadOnlyList<string> names)
    {
        NameTicks(plot.Axes.Bottom, names, 1);
        plot.Grid.XAxisStyle.IsVisible = false;
    }

    /// <summary>Puts names at 0, −1, −2 … of the left axis, from top to bottom.</summary>
    public static void NameRows(Plot plot, IReadOnlyList<string> names) => NameTicks(plot.Axes.Left, names, -1);

    /// <summary>What rows are named by, if that is more than one factor: a level alone reads by itself.</summary>
    internal static string NamesOfRows(string? factors) => factors?.Contains(',', StringComparison.Ordinal) == true ? factors : "";

    /// <summary>Room that names of rows need to the left of their axis, in pixels.</summary>
    public static float WidthOf(IEnumerable<string> names) => WidthOfALetter * names.Max(name => name.Length);

    /// <summary>Gives the panels of one figure the same limits, so that they can be compared: all that any of them shows.</summary>
    public static void ShareLimits(IReadOnlyList<Plot> panels)
    {
        List<AxisLimits> limits = [];
        foreach (var panel in panels)
        {
            panel.Axes.AutoScale(); // a panel's limits are unknown until it is scaled or drawn
            limits.Add(panel.Axes.GetLimits());
        }

        foreach (var panel in panels)
        {
            panel.Axes.SetLimits(limits.Aggregate((all, more) => all.Expanded(more)));
        }
    }

    private static void NameTicks(IAxis axis, IReadOnlyList<string> names, int direction)
    {
        axis.TickGenerator = new NumericManual([.. names.Select((_, at) => (double)direction * at)], [.. names]);
        axis.MajorTickStyle.Color = Colors.Transparent; // a length of 0 would put the labels on the axis line
    }
}
