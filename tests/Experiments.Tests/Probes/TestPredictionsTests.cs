using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

[Collection(nameof(Alone))]
public sealed class TestPredictionsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // Classes 0, 0, 1, 2 are taken for 0, 1, 1, 1.
    [Fact]
    public void A_confusion_matrix_counts_images_by_their_class_and_what_they_are_taken_for()
    {
        var found = Measure([[3, 1, 0], [1, 2, 0], [0, 5, 0], [1, 2, 0]], [0, 0, 1, 2], logits => nn.functional.softmax(logits, 1));

        Assert.Equal(
            [("confusion.0.0", 1.0), ("confusion.0.1", 1.0), ("confusion.1.1", 1.0), ("confusion.2.1", 1.0)],
            found.Where(reading => reading.Metric.StartsWith("confusion", StringComparison.Ordinal))
                .Select(reading => (reading.Metric, reading.Value)));
        Assert.All(found, reading => Assert.Equal(Splits.Test, reading.Split));
    }

    // Confidences 0.95 (one right, one wrong) and 0.55 (both right): ½ |½ − 0.95| + ½ |1 − 0.55|.
    [Fact]
    public void The_expected_calibration_error_of_a_known_table_is_that_of_its_bins()
    {
        var found = Measure([[0.95f, 0.05f], [0.95f, 0.05f], [0.45f, 0.55f], [0.45f, 0.55f]], [0, 1, 1, 1], shares => shares)
            .ToDictionary(reading => reading.Metric, reading => reading.Value);

        Assert.Equal(0.45, found[Metrics.CalibrationError], 1e-6);
        Assert.Equal(0.75 - 0.75, found[Metrics.Overconfidence], 1e-6); // mean confidence and accuracy are both ¾
        Assert.Equal((2.0, 0.5), (found[Metrics.CalibrationCount(15)], found[Metrics.CalibrationAccuracy(15)])); // above 14/15 = 0.933
        Assert.Equal((2.0, 1.0), (found[Metrics.CalibrationCount(9)], found[Metrics.CalibrationAccuracy(9)])); // from 0.533 to 0.6
        Assert.Equal(0.55, found[Metrics.CalibrationConfidence(9)], 1e-6);
    }

    [Fact]
    public void A_loss_says_which_probabilities_its_logits_are()
    {
        var logits = tensor(new[] { 0f, 2f }, [1, 2]);

        Assert.Equal(1 / (1 + Math.Exp(-2)), Loss.CrossEntropyPerUnit.Probabilities(logits)[0, 1].item<float>(), 1e-6);
        Assert.Equal(Math.Exp(2) / (1 + Math.Exp(2)), Loss.SoftmaxCrossEntropy.Probabilities(logits)[0, 1].item<float>(), 1e-6);
        Assert.Equal(1, Loss.SoftmaxCrossEntropy.Probabilities(logits).sum().item<float>(), 1e-6);
    }

    [Fact]
    public void Images_that_are_wrong_are_listed_from_the_surest_down_with_the_pixels_of_the_first()
    {
        var found = Measure([[0.6f, 0.4f], [0.9f, 0.1f], [0.2f, 0.8f]], [1, 1, 1], shares => shares);

        Assert.Equal(
            [("misclassified.1.1.0", 0.9f), ("misclassified.0.1.0", 0.6f)],
            found.Where(reading => reading.Metric.StartsWith("misclassified", StringComparison.Ordinal))
                .Select(reading => (reading.Metric, (float)reading.Value)));
        var numbers = found.Where(reading => reading.Metric.StartsWith("image.1.", StringComparison.Ordinal))
            .ToDictionary(reading => int.Parse(reading.Metric["image.1.".Length..]), reading => (int)reading.Value);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1, 0, 0, 1], PackedPixels.Greys.Unpack(numbers, 9, 0, 1).Select(grey => Math.Round(grey, 1)));
    }

    [Fact]
    public void A_cell_holds_the_surest_300_wrong_images_and_the_pixels_of_24()
    {
        var logits = Enumerable.Range(0, 400).Select(image => new[] { 0.5f + (image / 1000f), 0.1f }).ToArray();
        var found = Measure(logits, [.. Enumerable.Repeat(1L, 400)], shares => shares);

        Assert.Equal(300, found.Count(reading => reading.Metric.StartsWith("misclassified", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(376, 24).Reverse(),
            found.Where(reading => reading.Metric.StartsWith("image.", StringComparison.Ordinal) && reading.Metric != Metrics.ImagePixels)
                .Select(reading => int.Parse(reading.Metric.Split('.')[1])).Distinct());
    }

    [Fact]
    public void Pixels_come_back_to_the_nearest_level()
    {
        float[] weights = [.. Enumerable.Range(0, 100).Select(place => (float)Math.Sin(place))];

        var numbers = PackedPixels.Weights.Pack(weights, -1, 1).ToList();

        Assert.All(numbers, part => Assert.InRange(part.Number, 1, 999_999_999));
        Assert.Equal(17, numbers.Count); // six to a number
        Assert.All(
            PackedPixels.Weights.Unpack(numbers.ToDictionary(part => part.Place, part => part.Number), 100, -1, 1).Zip(weights),
            pair => Assert.Equal(pair.Second, pair.First, 1.0 / 30 + 1e-6));
    }

    [Fact]
    public void A_unit_of_a_linear_layer_is_a_square_and_of_a_convolution_its_kernel()
    {
        Assert.Equal((6, 36, 4), Shape(nn.Linear(36, 9), 4));
        Assert.Equal((3, 15, 8), Shape(nn.Conv2d(2, 8, (5L, 3L)), 20));
        Assert.Empty(new FirstLayerImages(4).MeasureAtEnd(Context(nn.Linear(35, 4), [[0]], [0], shares => shares)));

        static (int, int, int) Shape(nn.Module<Tensor, Tensor> module, int units)
        {
            var found = new FirstLayerImages(units).MeasureAtEnd(Context(module, [[0]], [0], shares => shares)).ToList();
            var parts = found.Where(reading => reading.Metric.Split('.') is [_, _, _]).Select(reading => reading.Metric.Split('.')[1]);
            return ((int)found[0].Value, (int)found[1].Value, parts.Distinct().Count());
        }
    }

    private static List<Reading> Measure(float[][] logits, long[] classes, Func<Tensor, Tensor> probabilities) =>
        [.. new TestPredictions().MeasureAtEnd(Context(nn.Linear(9, 2), logits, classes, probabilities))];

    // Image i has nine greys, the first six of which rise if it is image 1.
    private static ProbeContext Context(
        nn.Module<Tensor, Tensor> module, float[][] logits, long[] classes, Func<Tensor, Tensor> probabilities)
    {
        var images = ones(classes.Length, 9);
        if (classes.Length > 1)
        {
            images[1] = tensor(new[] { 0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 0, 0, 1 });
        }

        var split = new ProbeSplit(Splits.Test, images, tensor(classes), tensor(classes));
        return new(module, new Fixed(tensor(logits.SelectMany(row => row).ToArray(), [logits.Length, logits[0].Length])), Layer.Of(module),
            3, IsLast: false, images, tensor(classes), [split], Loss.SoftmaxCrossEntropy.Mean)
        {
            Probabilities = probabilities,
        };
    }

    private sealed class Fixed(Tensor logits) : IPasses
    {
        public Tensor Logits(Tensor images) => logits;

        public IReadOnlyList<LayerNorms> GradientNorms(Tensor images, Tensor targets) => [];

        public IReadOnlyList<float[]> WeightGradients(Tensor images, Tensor targets) => [];
    }
}
