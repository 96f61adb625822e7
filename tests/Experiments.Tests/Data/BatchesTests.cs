using Experiments.Data;

namespace Experiments.Tests.Data;

public sealed class BatchesTests
{
    [Theory]
    [InlineData(50_000, 10, 5_000, 10)]
    [InlineData(50_000, 128, 391, 80)]
    [InlineData(10, 3, 4, 1)]
    [InlineData(3, 10, 1, 3)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(int.MaxValue, int.MaxValue, 1, int.MaxValue)]
    public void The_last_partial_batch_is_kept(int images, int batchSize, int count, int last)
    {
        var batches = new Batches(images, batchSize);

        Assert.Equal(count, batches.Count);
        Assert.Equal((images - last, last), batches[count - 1]);
    }

    [Fact]
    public void Every_position_of_the_order_comes_once_and_in_order()
    {
        int[] order = [4, 2, 0, 6, 1, 5, 3];

        int[][] batches = [.. new Batches(7, 3).Of(order).Select(batch => batch.ToArray())];

        Assert.Equal([[4, 2, 0], [6, 1, 5], [3]], batches);
    }

    [Fact]
    public void An_order_of_another_length_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => new Batches(7, 3).Of(new int[6]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void There_is_no_batch_outside_the_epoch(int batch)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(7, 3)[batch]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Images_and_batch_size_are_at_least_1(int images, int batchSize)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(images, batchSize));
    }
}
