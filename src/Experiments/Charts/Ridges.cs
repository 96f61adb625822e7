using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>What a ridge of <see cref="Ridges"/> is.</summary>
public enum RidgeOf
{
    /// <summary>A layer, in a panel for each variant, at one epoch or at the end.</summary>
    Layer,

    /// <summary>An epoch, in a panel for each layer, and a row of panels for each variant.</summary>
    Epoch,
}

/// <summary>
/// How the sizes of gradients or of weights are distributed, as mountain ridges one behind the other on a log axis: the share of a layer's
/// numbers in each quarter of a decade, the mean over seeds, with a dot at the median. Exact zeros, and what is smaller than the histograms
/// reach, are said in per cent.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric"><see cref="Metrics.GradientHistogram"/> or <see cref="Metrics.WeightHistogram"/>.</param>
public sealed record Ridges(string Name, string Title, string Metric) : Chart(Name, Title)
{
    private const double Overlap = 1.9; // height of the highest ridge, in distances from ridge to ridge
    private const double LeastSaid = 0.02; // of zeros
    private const float MedianSize = 7;
    private const int MostColumns = 4;
    private const int LabelsOfAPanel = 16; // if it is alone

    /// <summary>What a ridge is.</summary>
    public RidgeOf Each { get; init; } = RidgeOf.Layer;

    /// <summary>The epoch whose layers are shown if a ridge is a layer.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether it is each variant's last epoch instead.</summary>
    public bool AtEnd { get; init; }

    /// <summary>The layers shown; empty for all.</summary>
    public IReadOnlyList<int> Layers { get; init; } = [];

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <inheritdoc/>
    protected override bool ShowsTraining => Each == RidgeOf.Epoch || AtEnd || Epoch > 0;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var ridges = Ungrouped(results).SelectMany(line => Shown(Read(results, line).ToList())).ToList();
        if (ridges.Count == 0)
        {
            return Figure.None;
        }

        var panels = ridges.GroupBy(ridge => (ridge.Variant, Layer: Each == RidgeOf.Layer ? 0 : ridge.Layer)).ToList();
        var (low, high) = Range(ridges);
        var highest = ridges.Max(ridge => ridge.Shares.Append(1e-3).Max());
        var most = panels.Max(panel => panel.Count());
        var isAlone = ridges.TrueForAll(ridge => ridge.Variant == ridges[0].Variant);
        var titles = panels.ConvertAll(panel => Each == RidgeOf.Layer ? panel.Key.Variant
            : CaptionText.Join(isAlone ? "" : panel.Key.Variant, $"layer {panel.Key.Layer}"));
        var columns = Each == RidgeOf.Layer ? (panels.Count <= MostColumns ? panels.Count : (panels.Count + 1) / 2)
            : panels.CountBy(panel => panel.Key.Variant).Max(variant => variant.Value);
        return new([.. panels.Zip(titles, (panel, title) =>
            Panel(title, [.. panel], highest, most, (low, high), Math.Max(3, LabelsOfAPanel / columns)))])
        {
            Columns = columns, RowHeight = 110 + Math.Clamp(44 * most, 190, 520), LeftAxis = 86,
            Caption = CaptionOf(results, [.. panels.SelectMany(panel => panel)]),
        };
    }

    private IEnumerable<Ridge> Shown(List<Ridge> ridges)
    {
        var epoch = AtEnd && ridges.Count > 0 ? ridges.Max(ridge => ridge.Epoch) : Epoch;
        return ridges.Where(ridge => Each == RidgeOf.Epoch || ridge.Epoch == epoch);
    }

    private IEnumerable<Ridge> Read(ResultTable results, ChartLine line)
    {
        var counts = results.OfBins(line.Variant.Name, Metric);
        var layers = counts.Select(row => row.Layer).Distinct().Order().SkipLast(HiddenOnly ? 1 : 0).ToHashSet();
        return from row in counts
               where layers.Contains(row.Layer) && (Layers.Count == 0 || Layers.Contains(row.Layer))
               group row by (row.Epoch, row.Layer) into ridge
               orderby ridge.Key
               select Ridge.Of(line.Label, ridge.Key.Epoch, ridge.Key.Layer, [.. ridge.Select(row => (row.Seed, row.Bin, row.Count))]);
    }

    // From the farthest, at the top, to the nearest.
    private Plot Panel(
        string title, List<Ridge> ridges, double highest, int most, (double Low, double High) range, int mostLabels)
    {
        var plot = Theme.Panel(title);
        var names = ridges.ConvertAll(ridge => Each == RidgeOf.Layer ? $"layer {ridge.Layer}"
            : ridge.Epoch == 0 ? "start" : $"epoch {ridge.Epoch}");
        foreach (var (place, ridge) in ridges.Index().Reverse())
        {
            AddRidge(plot, ridge, place, Overlap / highest, Theme.Ordered(place, ridges.Count).Color, names[place], range);
        }

        Dots.Add( // before all ridges
            plot, ridges.Index().Where(ridge => double.IsFinite(ridge.Item.Median))
                .Select(ridge => (Math.Clamp(ridge.Item.Median, range.Low, range.High), (double)ridge.Index)), Theme.Ink, MedianSize);

        plot.HideGrid();
        plot.Grid.XAxisStyle.IsVisible = true;
        // the first panel names the rows of all
        var rows = Each == RidgeOf.Layer ? Enumerable.Range(0, most).Select(place => $"layer {ridges[0].Layer + place}").ToList() : names;
        plot.Axes.Left.TickGenerator = new NumericManual([.. rows.Select((_, place) => (double)place)], [.. rows]);
        plot.Axes.Left.MajorTickStyle.Color = Colors.Transparent;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        var all = Enumerable.Range((int)Math.Ceiling(range.Low), (int)(Math.Floor(range.High) - Math.Ceiling(range.Low)) + 1).ToList();
        var step = (all.Count + mostLabels - 1) / mostLabels;
        var decades = all.FindAll(decade => decade % step == 0);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. decades.Select(decade => (double)decade)], [.. decades.Select(NumberText.PowerOfTen)]);
        Theme.Label(plot, Metric == Metrics.GradientHistogram ? "size of the gradient, |∂C/∂w|" : "size of the weight, |w|", "");
        plot.Axes.SetLimits(range.Low, range.High, -0.15, most - 1 + Overlap + 0.1);
        return plot;
    }

    private static void AddRidge(
        Plot plot, Ridge ridge, double place, double scale, Color color, string name, (double Low, double High) range)
    {
        var first = (int)Math.Max(0, Math.Floor((range.Low - SizeBins.Low) / SizeBins.Width));
        var last = (int)Math.Min(SizeBins.Count, Math.Ceiling((range.High - SizeBins.Low) / SizeBins.Width));
        Coordinates[] top = [.. Enumerable.Range(first, last - first).Select(bin =>
            new Coordinates(SizeBins.Middle(bin), place + (scale * ridge.Shares[bin])))];
        var area = plot.Add.Polygon((Coordinates[])[new(top[0].X, place), .. top, new(top[^1].X, place)]);
        area.FillColor = color.WithAlpha(0.72);
        area.LineWidth = 0;
        var line = plot.Add.ScatterLine(top, color);
        (line.LineWidth, line.LegendText) = (1.5f, name);
        var far = NumberText.Raised(Math.Pow(10, SizeBins.Low + SizeBins.Width), 2);
        var words = string.Join(", ", new[] { Percent(ridge.Zeros, "zeros"), Percent(ridge.TooSmall, $"below {far}") }.OfType<string>());
        var middle = top.Length / 2;
        var isLeft = ridge.Shares[first..(first + middle)].Sum() <= ridge.Shares[(first + middle)..last].Sum();
        var text = plot.Add.Text(words, isLeft ? range.Low : range.High, place + 0.06); // where the ridge is flat
        text.LabelAlignment = isLeft ? Alignment.LowerLeft : Alignment.LowerRight;
        (text.LabelFontSize, text.LabelFontColor, text.IsVisible) = (10, Theme.Quiet, words.Length > 0);

        static string? Percent(double share, string of) => share < LeastSaid ? null : $"{100 * share:F0} % {of}";
    }

    // What holds all but a thousandth of any ridge, in whole decades.
    private static (double Low, double High) Range(IEnumerable<Ridge> ridges)
    {
        var shown = ridges.SelectMany(ridge => ridge.Shares.Index()).Where(bin => bin.Item > 1e-3).Select(bin => bin.Index).ToList();
        return shown.Count == 0 ? (SizeBins.Low, SizeBins.Low + 1)
            : (Math.Floor(SizeBins.Middle(shown.Min()) - SizeBins.Width), Math.Ceiling(SizeBins.Middle(shown.Max()) + SizeBins.Width));
    }

    private string CaptionOf(ResultTable results, List<Ridge> shown)
    {
        var ends = shown.Where(ridge => double.IsFinite(ridge.Median)).ToList();
        var what = Metric == Metrics.GradientHistogram ? "gradient" : "weight";
        var (least, most) = (ends.MinBy(ridge => ridge.Median), ends.MaxBy(ridge => ridge.Median));
        var sentence = least is null ? "" : $"The median {what} goes from {Text(least)} to {Text(most!)}. ";
        return $"{sentence}Height: share of a layer's {what}s in a quarter of a decade"
            + (results.Seeds.Count < 2 ? "; dots are medians." : ", mean over seeds; dots are medians.");

        static string Text(Ridge ridge) => $"{NumberText.Raised(Math.Pow(10, ridge.Median), 2)} ("
            + (ridge.Variant.Length > 0 ? $"{ridge.Variant}, " : "") + $"layer {ridge.Layer}, "
            + (ridge.Epoch == 0 ? "before training)" : $"epoch {ridge.Epoch})");
    }

    // Shares are means over seeds, of all numbers. Those of the first bin may be far smaller, and have no place on the axis.
    private sealed record Ridge(string Variant, int Epoch, int Layer, double[] Shares, double Zeros, double TooSmall, double Median)
    {
        public static Ridge Of(string variant, int epoch, int layer, List<(int Seed, int? Bin, double Count)> rows)
        {
            var totals = rows.GroupBy(row => row.Seed).ToDictionary(ofSeed => ofSeed.Key, ofSeed => ofSeed.Sum(row => row.Count));
            var shares = new double[SizeBins.Count];
            var zeros = 0.0;
            foreach (var (seed, bin, count) in rows)
            {
                var share = count / totals[seed] / totals.Count;
                if (bin is { } place)
                {
                    shares[place] += share;
                }
                else
                {
                    zeros += share;
                }
            }

            var (median, tooSmall) = (MedianOf(shares), shares[0]);
            shares[0] = 0;
            return new(variant, epoch, layer, shares, zeros, tooSmall, median);
        }

        // log₁₀, of those that are not 0; within its bin in proportion.
        private static double MedianOf(double[] shares)
        {
            var (half, below) = (shares.Sum() / 2, 0.0);
            for (var bin = 0; bin < shares.Length && shares[0] < half; bin++)
            {
                if (below + shares[bin] >= half)
                {
                    return SizeBins.Low + (SizeBins.Width * (bin + ((half - below) / shares[bin])));
                }

                below += shares[bin];
            }

            return double.NaN;
        }
    }
}
