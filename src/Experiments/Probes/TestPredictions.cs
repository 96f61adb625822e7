using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// What a trained model says of the test images: the confusion matrix, how sure it is and how often it is then right, its expected
/// calibration error (Guo et al. 2017), and the images that it gets wrong, with the pixels of those that it is surest about.
/// </summary>
public sealed class TestPredictions : IProbe
{
    /// <summary>Bins of confidence, equally wide from 0 to 1.</summary>
    public const int Bins = 15;

    private const int MostListed = 300; // of the images that it gets wrong: those that it is surest about
    private const int MostDrawn = 24;

    /// <inheritdoc/>
    public string Name => "test predictions";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => [];

    /// <inheritdoc/>
    public IEnumerable<Reading> MeasureAtEnd(ProbeContext context)
    {
        using var withoutGraph = no_grad();
        var split = context.Splits.First(split => split.Name == Splits.Test);
        var logits = context.Passes.Logits(split.Images);
        var (greatest, predicted) = context.Probabilities(logits.to(ScalarType.Float64)).max(1);
        var right = split.Classes.data<long>().ToArray();
        List<Prediction> all = [.. greatest.data<double>().ToArray().Zip(predicted.data<long>().ToArray()).Select((answer, image) =>
            new Prediction(image, (int)right[image], (int)answer.Second, answer.First))];
        return [.. Confusion(all).Concat(Calibration(all)).Concat(Misclassified(all, split.Images))
            .Select(reading => reading with { Split = split.Name })];
    }

    private static IEnumerable<Reading> Confusion(List<Prediction> all) =>
        from same in all.CountBy(prediction => (prediction.Right, prediction.Predicted))
        orderby same.Key
        select new Reading(Metrics.Confusion(same.Key.Right, same.Key.Predicted), same.Value);

    // Of the images whose confidence lies in ((b − 1) / bins, b / bins].
    private static IEnumerable<Reading> Calibration(List<Prediction> all)
    {
        var bins = all.GroupBy(prediction => Math.Clamp((int)Math.Ceiling(prediction.Confidence * Bins), 1, Bins)).OrderBy(bin => bin.Key)
            .Select(bin => (Number: bin.Key, Count: bin.Count(), Confidence: bin.Average(prediction => prediction.Confidence),
                Accuracy: bin.Average(prediction => prediction.IsRight ? 1.0 : 0))).ToList();
        foreach (var (number, count, confidence, accuracy) in bins)
        {
            yield return new(Metrics.CalibrationCount(number), count);
            yield return new(Metrics.CalibrationConfidence(number), confidence);
            yield return new(Metrics.CalibrationAccuracy(number), accuracy);
        }

        yield return new(
            Metrics.CalibrationError, bins.Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.Confidence)) / all.Count);
        yield return new(Metrics.Overconfidence, bins.Sum(bin => bin.Count * (bin.Confidence - bin.Accuracy)) / all.Count);
    }

    private static IEnumerable<Reading> Misclassified(List<Prediction> all, Tensor images)
    {
        var wrong = all.Where(prediction => !prediction.IsRight).OrderByDescending(prediction => prediction.Confidence).ToList();
        foreach (var image in wrong.Take(MostListed))
        {
            yield return new(Metrics.Misclassified(image.Image, image.Right, image.Predicted), image.Confidence);
        }

        yield return new(Metrics.ImagePixels, images.shape[1]);
        foreach (var image in wrong.Take(MostDrawn))
        {
            var pixels = images[image.Image].to(ScalarType.Float32).contiguous().data<float>().ToArray();
            foreach (var (place, number) in PackedPixels.Greys.Pack(pixels, 0, 1))
            {
                yield return new(Metrics.ImagePart(image.Image, place), number);
            }
        }
    }

    private readonly record struct Prediction(int Image, int Right, int Predicted, double Confidence)
    {
        public bool IsRight => Right == Predicted;
    }
}
