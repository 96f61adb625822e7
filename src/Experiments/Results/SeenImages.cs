namespace Experiments.Results;

/// <summary>Training images as one seed's first epoch sees them, as <c>images-seen</c> has them recorded.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Images">The pixels of each image, 0 to 1, row by row.</param>
public sealed record SeenImages(int Seed, IReadOnlyList<IReadOnlyList<double>> Images)
{
    /// <summary>Those of a variant's first seed that has any; null if there is none.</summary>
    /// <param name="results">The results.</param>
    /// <param name="variant">The variant's name.</param>
    public static SeenImages? Of(ResultTable results, string variant)
    {
        if (results.OfParts(variant, "seen").GroupBy(part => part.Seed).MinBy(ofSeed => ofSeed.Key) is not { } parts)
        {
            return null;
        }

        var pixels = (int)results.Curve(variant, Metrics.SeenPixels, Splits.Train).Values[0][0];
        return new(parts.Key,
        [
            .. from part in parts
               group part by part.Parts[0] into image
               orderby image.Key
               select PackedPixels.Greys.Unpack(image.ToDictionary(part => part.Parts[1], part => (int)part.Value), pixels, 0, 1),
        ]);
    }
}
