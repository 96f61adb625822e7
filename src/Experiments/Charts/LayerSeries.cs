using Experiments.Results;

namespace Experiments.Charts;

/// <summary>One layer's curve of a metric.</summary>
internal sealed record LayerSeries(int Layer, Curve Curve)
{
    /// <summary>The curves of all layers of a variant, from the first layer on.</summary>
    /// <param name="results">The results.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="hiddenOnly">Whether to leave the output layer out, which is the last.</param>
    public static IEnumerable<LayerSeries> Of(ResultTable results, string variant, string metric, bool hiddenOnly)
    {
        var layers = results.Layers(variant, metric);
        return layers.Take(layers.Count - (hiddenOnly ? 1 : 0)).Select(layer => new LayerSeries(layer, results.Curve(variant, metric, layer: layer)));
    }
}
