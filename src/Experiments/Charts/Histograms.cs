using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// How the hidden layers' activations are distributed before training: a row for each variant, a panel for each layer. Shares are means
/// over seeds.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Layers">The layers shown, counted from 1.</param>
public sealed record Histograms(string Name, string Title, params IReadOnlyList<int> Layers) : Chart(Name, Title)
{
    private const float RoomForName = 26;

    /// <summary>What the axis of the activations shows; null for everything.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <inheritdoc/>
    protected override bool ShowsTraining => false;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var rows = Ungrouped(results).Where(line => results.Has(line.Variant.Name, Metrics.HistogramLow)).ToList();
        return new([.. rows.SelectMany((line, row) => Row(results, line, isLast: row == rows.Count - 1))])
        {
            Columns = Layers.Count,
            RowHeights = [.. rows.Select((_, row) => (rows.Count > 3 ? 180 : 210) + (row == rows.Count - 1 ? RoomForName : 0))],
            Caption = rows.Count == 0 ? "" : CaptionOf(results, rows),
        };
    }

    // Panels of a row share the height of their axis; the first one names the variant.
    private IEnumerable<Plot> Row(ResultTable results, ChartLine line, bool isLast)
    {
        var histograms = Layers.Select(layer => Bins(results, line.Variant, layer)).ToList();
        var highest = histograms.SelectMany(bins => bins).Select(bin => bin.Value).DefaultIfEmpty(1).Max();
        return Layers.Select((layer, column) =>
        {
            var plot = Theme.Panel(column == 0 ? $"{line.Label}, layer {layer}" : $"layer {layer}");
            histograms[column].ForEach(bin => bin.FillColor = line.Style.Color.WithAlpha(0.8));
            plot.Add.Bars(histograms[column]);
            Theme.Label(plot, isLast ? "activation" : "", "share of all (%)");
            plot.Axes.SetLimitsY(0, 1.05 * highest);
            if (histograms[column] is [var first, .., var last])
            {
                plot.Axes.SetLimitsX(Range?.Low ?? first.Position - (first.Size / 2), Range?.High ?? last.Position + (last.Size / 2));
            }

            return plot;
        });
    }

    private static List<Bar> Bins(ResultTable results, VariantResults variant, int layer)
    {
        var (low, high) = (Mean(Metrics.HistogramLow), Mean(Metrics.HistogramHigh));
        var count = Enumerable.Range(1, int.MaxValue).TakeWhile(bin => results.Has(variant.Name, Metrics.HistogramBin(bin))).Count();
        var width = (high - low) / count;
        return [.. Enumerable.Range(0, count).Select(bin => new Bar
        {
            Position = low + ((bin + 0.5) * width), Size = width, Value = 100 * Mean(Metrics.HistogramBin(bin + 1)), LineWidth = 0,
        })];

        double Mean(string metric) => variant.Metric(metric, layer: layer).At(0).Mean.Estimate;
    }

    private string CaptionOf(ResultTable results, List<ChartLine> rows)
    {
        var saturated = rows.Select(line =>
            (line.Label, line.Variant.ActivationSaturated is { Layers.Count: > 0 } metric
                ? metric[Layers[^1]].At(0).Mean.Estimate
                : double.NaN));
        var text = CaptionText.Numbers(saturated, share => FormattableString.Invariant($"{share:F1} %"));
        return (text.Length == 0 ? "" : $"Saturated in layer {Layers[^1]}: {text}. ")
            + $"Shares of all units and images{(results.Seeds.Count < 2 ? "" : ", means over seeds")}.";
    }
}
