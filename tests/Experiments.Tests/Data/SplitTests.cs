using System.Buffers.Binary;
using Experiments.Data;

namespace Experiments.Tests.Data;

public sealed class SplitTests
{
    private static readonly DataSet Big = Numbered(60_000, 10_000);

    [Fact]
    public void The_default_is_the_first_50000_the_last_10000_of_the_training_file_and_the_test_file()
    {
        var split = Split.Parse("default").Of(Big);

        Assert.Equal((0, 50_000), Range(split.Training));
        Assert.Equal((50_000, 10_000), Range(split.Validation));
        Assert.Equal((60_000, 10_000), Range(split.Test));
    }

    [Theory]
    [InlineData("60/20/20", 42_000, 14_000, 14_000)]
    [InlineData("98/1/1", 68_600, 700, 700)]
    [InlineData("0.6/0.2/0.2", 42_000, 14_000, 14_000)]
    [InlineData("1/1/1", 23_333, 23_334, 23_333)]
    [InlineData("6/1/7", 30_000, 5_000, 35_000)]
    public void Ratios_cut_all_images_in_the_order_of_the_files(string text, int first, int second, int third)
    {
        var split = Split.Parse(text).Of(Big);

        Assert.Equal((0, first), Range(split.Training));
        Assert.Equal((first, second), Range(split.Validation));
        Assert.Equal((first + second, third), Range(split.Test));
    }

    [Fact]
    public void A_part_inside_one_file_is_not_copied()
    {
        var split = Split.Parse("60/20/20").Of(Big);

        Assert.True(split.Training.Pixels.Span.Overlaps(Big.Training.Pixels.Span));
        Assert.True(split.Validation.Pixels.Span.Overlaps(Big.Training.Pixels.Span));
        Assert.True(Split.Parse("default").Of(Big).Test.Pixels.Span.Overlaps(Big.Test.Pixels.Span));
    }

    [Fact]
    public void Fewer_training_images_are_the_first_ones_and_change_nothing_else()
    {
        var split = Split.Parse("default").Of(Big, 5_000);

        Assert.Equal((0, 5_000), Range(split.Training));
        Assert.Equal((50_000, 10_000), Range(split.Validation));
        Assert.Equal((60_000, 10_000), Range(split.Test));
    }

    [Fact]
    public void More_training_images_than_there_are_is_refused_with_the_numbers()
    {
        var message = Assert.Throws<ArgumentException>(() => Split.Parse("default").Of(Big, 50_001)).Message;

        Assert.Contains("50,001 training images are wanted, but this split of numbers has 50,000", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_must_be_above_0()
    {
        var message = Assert.Throws<ArgumentException>(() => Split.Parse("80/20/0")).Message;

        Assert.StartsWith("The split \"80/20/0\" is not understood; write default, or three ratios", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_that_leaves_a_part_empty_is_refused_with_the_numbers()
    {
        var message = Assert.Throws<ArgumentException>(() => Split.Parse("98/1/1").Of(Numbered(15, 5))).Message;

        Assert.Contains("leaves a part without images (20, 0 and 0)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_split_needs_more_than_10000_training_images()
    {
        var message = Assert.Throws<ArgumentException>(() => Split.Parse("default").Of(Numbered(10_000, 5))).Message;

        Assert.Contains("numbers has only 10,000: split by ratio instead", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("60/40")]
    [InlineData("60/20/20/0")]
    [InlineData("a/b/c")]
    [InlineData("default:5000")]
    [InlineData("1/1/NaN")]
    [InlineData("1/1/Infinity")]
    [InlineData("60/20/-20")]
    public void A_text_that_is_no_split_is_refused_with_an_example(string text)
    {
        Assert.Contains("60/20/20", Assert.Throws<ArgumentException>(() => Split.Parse(text)).Message, StringComparison.Ordinal);
    }

    // Every image is 1 × 4 and holds its position in the two files together.
    private static DataSet Numbered(int training, int test)
    {
        var pixels = new byte[4 * (training + test)];
        for (var i = 0; i < training + test; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(pixels.AsSpan(4 * i), i);
        }

        return new DataSet(
            "numbers",
            "",
            new ImageSet(1, 4, pixels.AsMemory(0, 4 * training), new byte[training]),
            new ImageSet(1, 4, pixels.AsMemory(4 * training), new byte[test]),
            "");
    }

    private static (int Start, int Count) Range(ImageSet images)
    {
        var start = BinaryPrimitives.ReadInt32LittleEndian(images.Pixels.Span);
        Assert.All(
            Enumerable.Range(0, images.Count),
            i => Assert.Equal(start + i, BinaryPrimitives.ReadInt32LittleEndian(images.Slice(i, 1).Pixels.Span)));
        return (start, images.Count);
    }
}
