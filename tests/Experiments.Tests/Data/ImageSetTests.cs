using Experiments.Data;

namespace Experiments.Tests.Data;

public sealed class ImageSetTests
{
    // Five images of 2 × 3; every pixel is ten times its image's position plus its own.
    private static readonly ImageSet Five = new(
        2, 3, Enumerable.Range(0, 30).Select(i => (byte)((i / 6 * 10) + (i % 6))).ToArray(), new byte[] { 3, 1, 4, 1, 5 });

    [Fact]
    public void A_slice_has_the_images_and_labels_of_its_range()
    {
        ImageSet slice = Five.Slice(1, 3);

        Assert.Equal((3, 2, 3), (slice.Count, slice.Height, slice.Width));
        Assert.Equal([1, 4, 1], slice.Labels.ToArray());
        Assert.Equal([20, 21, 22, 23, 24, 25], slice.Pixels[6..12].ToArray());
    }

    [Fact]
    public void A_slice_shares_the_memory_of_its_set()
    {
        Assert.True(Five.Slice(2, 2).Slice(1, 1).Pixels.Span.Overlaps(Five.Pixels.Span, out int offset));
        Assert.Equal(-18, offset);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 6)]
    [InlineData(3, 3)]
    [InlineData(6, 0)]
    [InlineData(2, -1)]
    [InlineData(2, int.MaxValue)]
    public void A_slice_that_leaves_the_set_is_refused(int start, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Five.Slice(start, count));
    }

    [Fact]
    public void An_empty_slice_is_allowed()
    {
        Assert.Equal(0, Five.Slice(5, 0).Count);
    }

    [Fact]
    public void Joined_sets_follow_each_other()
    {
        ImageSet joined = Five.Slice(3, 2).Concat(Five.Slice(0, 1));

        Assert.Equal([1, 5, 3], joined.Labels.ToArray());
        Assert.Equal([30, 40, 0], Enumerable.Range(0, 3).Select(i => joined.Pixels.Span[6 * i]));
    }

    [Fact]
    public void Sets_of_different_sizes_cannot_be_joined()
    {
        var other = new ImageSet(3, 2, new byte[6], new byte[1]);

        string message = Assert.Throws<ArgumentException>(() => Five.Concat(other)).Message;

        Assert.Contains("2 × 3 cannot be joined with images of 3 × 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_labels_are_refused_with_the_numbers()
    {
        string message = Assert.Throws<ArgumentException>(() => new ImageSet(2, 3, new byte[29], new byte[5])).Message;

        Assert.Contains("5 labels need 5 × 2 × 3 = 30 pixels, but there are 29.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_counted_and_pixels_averaged()
    {
        // Two images of 2 × 1 with pixels 0, 255, 255, 255: mean 3/4, deviation √(3/16).
        var images = new ImageSet(2, 1, new byte[] { 0, 255, 255, 255 }, new byte[] { 9, 2 });

        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 1], images.ClassCounts());
        Assert.Equal(0.75, images.PixelMoments().Mean, 12);
        Assert.Equal(Math.Sqrt(3) / 4, images.PixelMoments().StandardDeviation, 12);
    }
}
