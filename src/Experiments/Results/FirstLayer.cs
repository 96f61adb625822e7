namespace Experiments.Results;

/// <summary>Weights of units of one seed's first layer as images, as <c>first-layer-images</c> has them recorded.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Greatest">The greatest size of a weight.</param>
/// <param name="Units">The weights of each unit, row by row.</param>
public sealed record FirstLayer(int Seed, int Width, double Greatest, IReadOnlyList<IReadOnlyList<double>> Units)
{
    /// <summary>Those of a variant's first seed that has any; null if there is none.</summary>
    /// <param name="results">The results.</param>
    /// <param name="variant">The variant's name.</param>
    public static FirstLayer? Of(ResultTable results, string variant)
    {
        var parts = results.OfParts(variant, "first-layer").GroupBy(part => part.Seed).MinBy(ofSeed => ofSeed.Key);
        if (parts is null)
        {
            return null;
        }

        var (pixels, greatest) = ((int)Value(Metrics.FirstLayerPixels), Value(Metrics.FirstLayerScale));
        return new(parts.Key, (int)Value(Metrics.FirstLayerWidth), greatest,
        [
            .. from part in parts
               group part by part.Parts[0] into unit
               orderby unit.Key
               select PackedPixels.Weights.Unpack(
                   unit.ToDictionary(part => part.Parts[1], part => (int)part.Value), pixels, -greatest, greatest),
        ]);

        double Value(string metric) => results.Curve(variant, metric) is var curve
            ? curve.Values[curve.Seeds.ToList().IndexOf(parts.Key)][^1] : double.NaN;
    }
}
