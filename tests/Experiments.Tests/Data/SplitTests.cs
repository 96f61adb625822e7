using System.Buffers.Binary;
using Experiments.Data;

namespace Experiments.Tests.Data;

public sealed class SplitTests
{
    private static readonly DataSet Big = Numbered(60_000, 10_000);

    [Fact]
    public void The_default_is_the_first_50000_the_last_10000_of_the_training_file_and_the_test_file()
    {
        SplitData split = Split.Default.Of(Big);

        Assert.Equal((0, 50_000), Range(split.Training));
        Assert.Equal((50_000, 10_000), Range(split.Validation));
        Assert.Equal((60_000, 10_000), Range(split.Test));
    }

    [Theory]
    [InlineData(60, 20, 20, 42_000, 14_000, 14_000)]
    [InlineData(98, 1, 1, 68_600, 700, 700)]
    [InlineData(0.6, 0.2, 0.2, 42_000, 14_000, 14_000)]
    [InlineData(1, 1, 1, 23_333, 23_334, 23_333)]
    [InlineData(6, 1, 7, 30_000, 5_000, 35_000)]
    public void Ratios_cut_all_images_in_the_order_of_the_files(
        double training, double validation, double test, int first, int second, int third)
    {
        SplitData split = Split.Ratios(training, validation, test).Of(Big);

        Assert.Equal((0, first), Range(split.Training));
        Assert.Equal((first, second), Range(split.Validation));
        Assert.Equal((first + second, third), Range(split.Test));
    }

    [Fact]
    public void A_part_inside_one_file_is_not_copied()
    {
        SplitData split = Split.Ratios(60, 20, 20).Of(Big);

        Assert.True(split.Training.Pixels.Span.Overlaps(Big.Training.Pixels.Span));
        Assert.True(split.Validation.Pixels.Span.Overlaps(Big.Training.Pixels.Span));
        Assert.True(Split.Default.Of(Big).Test.Pixels.Span.Overlaps(Big.Test.Pixels.Span));
    }

    [Fact]
    public void Fewer_training_images_are_the_first_ones_and_change_nothing_else()
    {
        SplitData split = Split.Default.WithTrainingImages(5_000).Of(Big);

        Assert.Equal((0, 5_000), Range(split.Training));
        Assert.Equal((50_000, 10_000), Range(split.Validation));
        Assert.Equal((60_000, 10_000), Range(split.Test));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void At_least_one_training_image_is_needed(int count)
    {
        string message = Assert.Throws<ArgumentException>(() => Split.Default.WithTrainingImages(count)).Message;

        Assert.Contains("at least 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_training_images_than_there_are_is_refused_with_the_numbers()
    {
        string message = Assert.Throws<ArgumentException>(() => Split.Default.WithTrainingImages(50_001).Of(Big)).Message;

        Assert.Contains("50,001 training images are wanted, but this split of numbers has 50,000", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(double.PositiveInfinity, 1, 1)]
    public void A_ratio_must_be_a_number_above_0(double training, double validation, double test)
    {
        string message = Assert.Throws<ArgumentException>(() => Split.Ratios(training, validation, test)).Message;

        Assert.Contains("above 0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_that_leaves_a_part_empty_is_refused_with_the_numbers()
    {
        string message = Assert.Throws<ArgumentException>(() => Split.Ratios(98, 1, 1).Of(Numbered(15, 5))).Message;

        Assert.Contains("leaves a part without images (20, 0 and 0)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_split_needs_more_than_10000_training_images()
    {
        string message = Assert.Throws<ArgumentException>(() => Split.Default.Of(Numbered(10_000, 5))).Message;

        Assert.Contains("numbers has only 10,000: split by ratio instead", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("default:5000")]
    [InlineData("60/20/20")]
    [InlineData("98/1/1:200")]
    [InlineData("0.5/0.25/0.25")]
    public void The_text_of_a_split_reads_back_as_the_same_split(string text)
    {
        Assert.Equal(text, Split.Parse(text).ToString());
        Assert.Equal(Split.Parse(text), Split.Parse(Split.Parse(text).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("60/40")]
    [InlineData("60/20/20/0")]
    [InlineData("a/b/c")]
    [InlineData("default:")]
    [InlineData("default:1:2")]
    [InlineData("60/20/-20")]
    public void A_text_that_is_no_split_is_refused_with_an_example(string text)
    {
        Assert.Contains("60/20/20", Assert.Throws<ArgumentException>(() => Split.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_with_the_same_settings_are_equal()
    {
        Assert.Equal(Split.Ratios(60, 20, 20).WithTrainingImages(7), Split.Ratios(60, 20, 20).WithTrainingImages(7));
        Assert.NotEqual(Split.Default, Split.Default.WithTrainingImages(7));
    }

    // Every image is 1 × 4 and holds its position in the two files together.
    private static DataSet Numbered(int training, int test)
    {
        var pixels = new byte[4 * (training + test)];
        for (int i = 0; i < training + test; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(pixels.AsSpan(4 * i), i);
        }

        return new DataSet(
            "numbers",
            "",
            new ImageSet(1, 4, pixels.AsMemory(0, 4 * training), new byte[training]),
            new ImageSet(1, 4, pixels.AsMemory(4 * training), new byte[test]),
            IsMnist: false, IsSynthetic: false, "");
    }

    private static (int Start, int Count) Range(ImageSet images)
    {
        int start = BinaryPrimitives.ReadInt32LittleEndian(images.Image(0));
        Assert.All(Enumerable.Range(0, images.Count), i => Assert.Equal(start + i, BinaryPrimitives.ReadInt32LittleEndian(images.Image(i))));
        return (start, images.Count);
    }
}
