namespace Experiments.Data;

/// <summary>How a number of images falls into batches: pure arithmetic on positions, the last and possibly smaller batch kept.</summary>
public readonly record struct Batches
{
    /// <summary>Divides images into batches.</summary>
    /// <param name="images">Number of images, at least 1.</param>
    /// <param name="batchSize">Images in a batch, at least 1; more than there are images makes one batch of all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public Batches(int images, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        (Images, BatchSize) = (images, batchSize);
    }

    /// <summary>Number of images.</summary>
    public int Images { get; }

    /// <summary>Images in every batch but perhaps the last.</summary>
    public int BatchSize { get; }

    /// <summary>Number of batches (steps of an epoch): ⌈images / batchSize⌉.</summary>
    public int Count => (int)(((long)Images + BatchSize - 1) / BatchSize);

    /// <summary>Where one batch lies in the order of the epoch.</summary>
    /// <param name="batch">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    public (int Start, int Length) this[int batch]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(batch);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, Count);
            int start = batch * BatchSize;
            return (start, Math.Min(BatchSize, Images - start));
        }
    }

    /// <summary>The batches of an epoch as slices of its order, without copying.</summary>
    /// <param name="order">A permutation of 0 to Images - 1 (Images).</param>
    /// <exception cref="ArgumentException">The order has another length.</exception>
    public IEnumerable<ReadOnlyMemory<int>> Of(ReadOnlyMemory<int> order)
    {
        if (order.Length != Images)
        {
            throw new ArgumentException($"The order has {order.Length:N0} positions for {Images:N0} images.", nameof(order));
        }

        return Slices(this, order);
    }

    private static IEnumerable<ReadOnlyMemory<int>> Slices(Batches batches, ReadOnlyMemory<int> order)
    {
        for (int batch = 0; batch < batches.Count; batch++)
        {
            (int start, int length) = batches[batch];
            yield return order.Slice(start, length);
        }
    }
}
