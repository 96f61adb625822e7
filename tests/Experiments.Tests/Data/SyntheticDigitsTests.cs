using Experiments.Data;
using Experiments.Data.Synthetic;

namespace Experiments.Tests.Data;

public sealed class SyntheticDigitsTests
{
    private static readonly Lazy<DataSet> Whole = new(() => SyntheticDigits.Draw());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_image_depends_on_its_number_alone()
    {
        ImageSet few = SyntheticDigits.Draw(Purpose.Training, 600, Stop);

        Assert.True(few.Pixels.Span.SequenceEqual(Whole.Value.Training.Slice(0, 600).Pixels.Span));
        Assert.True(few.Labels.Span.SequenceEqual(Whole.Value.Training.Slice(0, 600).Labels.Span));
    }

    [Fact]
    public void The_set_of_the_default_seed_is_the_one_that_results_name()
    {
        // If the drawing was changed on purpose, Sha256 is to be changed with it: old results keep their own name.
        Assert.Equal(SyntheticDigits.Sha256, Whole.Value.Sha256);
    }

    [Fact]
    public void They_have_the_shape_and_number_of_mnist()
    {
        DataSet data = Whole.Value;

        Assert.Equal((60_000, 10_000, 28, 28), (data.Training.Count, data.Test.Count, data.Training.Height, data.Training.Width));
        Assert.Equal((28, 28), (data.Test.Height, data.Test.Width));
        Assert.Equal(("synthetic digits", false, true), (data.Name, data.IsMnist, data.IsSynthetic));
    }

    [Fact]
    public void Every_class_has_its_tenth()
    {
        // Four standard deviations of a binomial count: 4 √(60,000 · 0.1 · 0.9) = 294 and 4 √(10,000 · 0.1 · 0.9) = 120.
        Assert.All(Whole.Value.Training.ClassCounts(), count => Assert.InRange(count, 6_000 - 294, 6_000 + 294));
        Assert.All(Whole.Value.Test.ClassCounts(), count => Assert.InRange(count, 1_000 - 120, 1_000 + 120));
    }

    [Fact]
    public void Their_pixels_have_about_the_mean_and_deviation_of_mnist()
    {
        var (mean, deviation) = Whole.Value.Training.PixelMoments();

        Assert.Equal(0.1307, mean, 0.01);
        Assert.Equal(0.3081, deviation, 0.02);
    }

    [Fact]
    public void Every_digit_fills_a_box_of_20_pixels_and_is_centred_by_mass()
    {
        ImageSet images = Whole.Value.Training.Slice(0, 2_000);
        int centred = 0;
        for (int i = 0; i < images.Count; i++)
        {
            (double mass, double momentX, double momentY) = (0, 0, 0);
            (int left, int right, int top, int bottom) = (28, -1, 28, -1);
            ReadOnlySpan<byte> image = images.Slice(i, 1).Pixels.Span;
            for (int at = 0; at < image.Length; at++)
            {
                if (image[at] == 0)
                {
                    continue;
                }

                (int x, int y) = (at % 28, at / 28);
                (mass, momentX, momentY) = (mass + image[at], momentX + (x * image[at]), momentY + (y * image[at]));
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            }

            // The box lies at any fraction of a pixel and edges are soft: one or two pixels more or less.
            Assert.InRange(Math.Max(right - left, bottom - top) + 1, 18, 23);
            // Ink at the border of the image forbids centring it any better.
            if (left > 0 && right < 27 && top > 0 && bottom < 27)
            {
                Assert.InRange(momentX / mass, 13.5 - 0.51, 13.5 + 0.51);
                Assert.InRange(momentY / mass, 13.5 - 0.51, 13.5 + 0.51);
                centred++;
            }
        }

        Assert.InRange(centred, images.Count * 95 / 100, images.Count);
    }

    [Fact]
    public void No_two_images_are_the_same()
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < 10_000; i++)
        {
            seen.Add(Convert.ToBase64String(Whole.Value.Training.Slice(i, 1).Pixels.Span));
        }

        Assert.Equal(10_000, seen.Count);
    }

    [Fact]
    public void A_linear_classifier_finds_them_about_as_hard_as_mnist()
    {
        // LeCun 1998: a linear classifier makes 8 to 12 % errors on MNIST. Softmax regression by plain SGD, one epoch.
        Assert.InRange(LinearClassifier.TestAccuracy(Whole.Value), 0.88, 0.95);
    }

    [Fact]
    public void Drawing_can_be_stopped()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => SyntheticDigits.Draw(new CancellationToken(canceled: true)));
    }
}
