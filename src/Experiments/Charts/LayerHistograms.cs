using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>One bin of a histogram.</summary>
/// <param name="From">Lower edge.</param>
/// <param name="To">Upper edge.</param>
/// <param name="Share">Share of all values that fall into it, 0 to 1.</param>
public readonly record struct HistogramBin(double From, double To, double Share);

/// <summary>How a layer's values are distributed: a row for each variant, a panel for each layer.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Bins">The histogram of a variant's layer over all seeds, from the results; empty if there is none.</param>
/// <param name="Layers">The layers shown, counted from 1.</param>
/// <param name="Label">The values as they stand at the axis.</param>
public sealed record LayerHistograms(
    string Name, string Title, Func<ResultTable, string, int, IReadOnlyList<HistogramBin>> Bins, IReadOnlyList<int> Layers, string Label) : Chart(Name, Title)
{
    /// <summary>What the values' axis shows; null for everything.</summary>
    public (double Low, double High)? Range { get; init; }

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var rows = variants.Where(variant => Layers.Any(layer => Bins(results, variant, layer).Count > 0)).ToList();
        List<Plot> panels = [.. rows.SelectMany((variant, row) => Row(results, variant, row))];
        return Figure(results, panels, Layers.Count, []) with { RowHeight = rows.Count > 3 ? 210 : 240 };
    }

    // Panels of a row share the height of their axis; the first one names the variant.
    private IEnumerable<Plot> Row(ResultTable results, string variant, int row)
    {
        var histograms = Layers.Select(layer => Bins(results, variant, layer)).ToList();
        var highest = histograms.SelectMany(bins => bins).Max(bin => bin.Share);
        return Layers.Select((layer, column) =>
        {
            var plot = Panel(column == 0 ? $"{variant}, layer {layer}" : $"layer {layer}", histograms[column], row);
            plot.Axes.SetLimitsY(0, 105 * highest);
            return plot;
        });
    }

    private Plot Panel(string title, IReadOnlyList<HistogramBin> bins, int row)
    {
        var plot = Theme.Panel(title);
        plot.Add.Bars(bins.Select(bin => new Bar
        {
            Position = (bin.From + bin.To) / 2,
            Value = 100 * bin.Share,
            Size = bin.To - bin.From,
            FillColor = Theme.SeriesColor(row).WithAlpha(0.8),
            LineWidth = 0,
        }).ToList());
        Theme.Label(plot, Label, "share of all (%)");
        if (bins.Count > 0)
        {
            plot.Axes.SetLimitsX(Range?.Low ?? bins[0].From, Range?.High ?? bins[^1].To);
        }

        return plot;
    }
}
