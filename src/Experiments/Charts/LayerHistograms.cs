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
        List<Plot> panels =
        [
            .. from row in Enumerable.Range(0, rows.Count)
               from layer in Layers
               select Panel($"{rows[row]}, layer {layer}", Bins(results, rows[row], layer), row),
        ];
        return Figure(results, panels, Layers.Count, []) with { RowHeight = rows.Count > 3 ? 200 : 260 };
    }

    // The first panel of a row names the variant, the others just their layer.
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
        return plot;
    }
}
