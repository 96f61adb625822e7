namespace Experiments.Results;

/// <summary>
/// What the trained models of one variant say of the test images, seed by seed, as <c>test-predictions</c> has it measured.
/// </summary>
/// <param name="Seeds">The seeds that have them, ascending: none of those that diverged.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Counts">Counts[seed index][right class, predicted class].</param>
public sealed record Predictions(IReadOnlyList<int> Seeds, int Classes, IReadOnlyList<int[,]> Counts)
{
    /// <summary>Reads them; null if they were not measured.</summary>
    /// <param name="results">The results.</param>
    /// <param name="variant">The variant's name.</param>
    public static Predictions? Of(ResultTable results, string variant)
    {
        var cells = (from row in results.OfParts(variant, "confusion")
                     select (row.Seed, Right: row.Parts[0], Predicted: row.Parts[1], Count: (int)row.Value)).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var classes = cells.Max(cell => Math.Max(cell.Right, cell.Predicted)) + 1;
        var bySeed = cells.GroupBy(cell => cell.Seed).OrderBy(ofSeed => ofSeed.Key).ToList();
        return new([.. bySeed.Select(ofSeed => ofSeed.Key)], classes, bySeed.ConvertAll(ofSeed =>
        {
            var counts = new int[classes, classes];
            foreach (var cell in ofSeed)
            {
                counts[cell.Right, cell.Predicted] = cell.Count;
            }

            return counts;
        }));
    }

    /// <summary>The images of a class.</summary>
    public int ImagesOf(int right) => Enumerable.Range(0, Classes).Sum(predicted => Counts[0][right, predicted]);

    /// <summary>How many images of a class are taken for one of another, or of the same: the mean over seeds.</summary>
    public double Mean(int right, int predicted) => Counts.Average(ofSeed => ofSeed[right, predicted]);

    /// <summary>Images of a class that are recognized, in %: the mean over seeds with its 95 % interval.</summary>
    public Interval Accuracy(int right) =>
        Statistics.Mean([.. Counts.Select(ofSeed => 100.0 * ofSeed[right, right] / ImagesOf(right))]);
}

/// <summary>A test image that models get wrong.</summary>
/// <param name="Number">Its number in the test images, from 0.</param>
/// <param name="Right">Its class.</param>
/// <param name="Predicted">What most of those seeds that get it wrong take it for.</param>
/// <param name="Seeds">How many seeds get it wrong.</param>
/// <param name="Confidence">Their mean confidence, 0 to 1.</param>
/// <param name="Pixels">Its pixels, 0 to 1, row by row; null if no cell holds them.</param>
public sealed record WrongImage(int Number, int Right, int Predicted, int Seeds, double Confidence, IReadOnlyList<double>? Pixels)
{
    /// <summary>Those of a variant, from those that most seeds get wrong down, then from the surest down.</summary>
    /// <param name="results">The results.</param>
    /// <param name="variant">The variant's name.</param>
    public static IReadOnlyList<WrongImage> Of(ResultTable results, string variant)
    {
        if (!results.Has(variant, Metrics.ImagePixels))
        {
            return [];
        }

        var pixels = results.OfParts(variant, "image").GroupBy(row => row.Parts[0]).ToDictionary(
            image => image.Key, image => image.DistinctBy(row => row.Parts[1]).ToDictionary(row => row.Parts[1], row => (int)row.Value));
        var count = (int)results.Curve(variant, Metrics.ImagePixels, Splits.Test).Values[0][0];
        return
        [
            .. from row in results.OfParts(variant, "misclassified")
               group row by (Image: row.Parts[0], Right: row.Parts[1]) into image
               let numbers = pixels.GetValueOrDefault(image.Key.Image)
               orderby image.Count() descending, image.Average(row => row.Value) descending, image.Key
               select new WrongImage(
                   image.Key.Image, image.Key.Right, image.CountBy(row => row.Parts[2]).MaxBy(same => same.Value).Key, image.Count(),
                   image.Average(row => row.Value), numbers is null ? null : PackedPixels.Greys.Unpack(numbers, count, 0, 1)),
        ];
    }
}
