using Experiments.Data;

namespace Experiments.Tests.Data;

public sealed class SyntheticDigitsTests
{
    private static readonly Lazy<DataSet> Whole = new(() => SyntheticDigits.Create());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_bytes_do_not_depend_on_the_number_of_threads(int threads)
    {
        DataSet few = SyntheticDigits.Create(SyntheticDigits.DefaultSeed, 600, 100, threads, Stop);

        Assert.True(few.Training.Pixels.Span.SequenceEqual(Whole.Value.Training.Slice(0, 600).Pixels.Span));
        Assert.True(few.Training.Labels.Span.SequenceEqual(Whole.Value.Training.Slice(0, 600).Labels.Span));
        Assert.True(few.Test.Pixels.Span.SequenceEqual(Whole.Value.Test.Slice(0, 100).Pixels.Span));
    }

    [Fact]
    public void The_set_of_the_default_seed_is_the_one_that_results_name()
    {
        // If the drawing was changed on purpose, DefaultSha256 is to be changed with it: kept sets are then drawn anew and old results
        // keep their own name.
        Assert.Equal(SyntheticDigits.DefaultSha256, Whole.Value.Sha256);
    }

    [Fact]
    public void Another_seed_draws_other_digits()
    {
        DataSet other = SyntheticDigits.Create(2, 600, 100, 2, Stop);

        Assert.False(other.Training.Pixels.Span.SequenceEqual(Whole.Value.Training.Slice(0, 600).Pixels.Span));
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
        DataSummary summary = DataSummary.Of(Whole.Value);

        // Four standard deviations of a binomial count: 4 √(60,000 · 0.1 · 0.9) = 294 and 4 √(10,000 · 0.1 · 0.9) = 120.
        Assert.All(summary.TrainingClasses, count => Assert.InRange(count, 6_000 - 294, 6_000 + 294));
        Assert.All(summary.TestClasses, count => Assert.InRange(count, 1_000 - 120, 1_000 + 120));
    }

    [Fact]
    public void Their_pixels_have_about_the_mean_and_deviation_of_mnist()
    {
        DataSummary summary = DataSummary.Of(Whole.Value);

        Assert.Equal(0.1307, summary.Mean, 0.01);
        Assert.Equal(0.3081, summary.StandardDeviation, 0.02);
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
            ReadOnlySpan<byte> image = images.Image(i);
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
            seen.Add(Convert.ToBase64String(Whole.Value.Training.Image(i)));
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
        Assert.ThrowsAny<OperationCanceledException>(() => SyntheticDigits.Create(1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_drawn_set_is_kept_and_read_the_next_time()
    {
        using var folder = new TemporaryFolder();
        string place = folder.File("synthetic");
        var said = new List<string>();

        DataSet drawn = SyntheticDigits.Open(place, said.Add, Stop);
        DataSet kept = SyntheticDigits.Open(place, said.Add, Stop);

        Assert.Equal(["drawing 70,000 synthetic digits"], said);
        Assert.Equal((drawn.Name, drawn.Sha256, drawn.Origin, drawn.IsSynthetic), (kept.Name, kept.Sha256, kept.Origin, kept.IsSynthetic));
        Assert.True(kept.Test.Pixels.Span.SequenceEqual(drawn.Test.Pixels.Span));
        Assert.Equal(IdxSamples.Names.Order(), Directory.GetFiles(place).Select(Path.GetFileName).Order());
        Assert.True(Mnist.LoadAnyContent(place, null, Stop).IsSynthetic);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("truncated")]
    [InlineData("missing")]
    public void A_damaged_kept_set_is_told_and_drawn_anew(string damage)
    {
        using var folder = new TemporaryFolder();
        foreach ((string name, int[] dimensions, ReadOnlyMemory<byte> data) in SyntheticDigits.Files(
            Whole.Value.Training, Whole.Value.Test))
        {
            IdxFile.Write(folder.File(name), dimensions, data.Span);
        }

        string path = folder.File(IdxSamples.Names[2]);
        byte[] right = File.ReadAllBytes(path);
        switch (damage)
        {
            case "flipped":
                File.WriteAllBytes(path, [.. right[..^1], (byte)(right[^1] ^ 1)]);
                break;
            case "truncated":
                File.WriteAllBytes(path, right[..^1]);
                break;
            default:
                File.Delete(path);
                break;
        }

        var said = new List<string>();
        DataSet again = SyntheticDigits.Open(folder.Path, said.Add, Stop);

        Assert.Equal(2, said.Count);
        Assert.StartsWith(folder.Path, said[0], StringComparison.Ordinal);
        Assert.Equal(SyntheticDigits.DefaultSha256, again.Sha256);
        Assert.True(right.AsSpan().SequenceEqual(File.ReadAllBytes(path)));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_and_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        string place = Path.Combine(folder.Write("file", [1]), "synthetic");
        var said = new List<string>();

        Assert.Equal(SyntheticDigits.DefaultSha256, SyntheticDigits.Open(place, said.Add, Stop).Sha256);

        Assert.Contains("cannot be kept there", said[^1], StringComparison.Ordinal);
    }
}
