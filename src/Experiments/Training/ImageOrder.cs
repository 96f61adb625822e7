using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>The order in which a seed sees the images: another in every epoch, the same in every variant.</summary>
internal sealed class ImageOrder(RandomStreams streams, TrainingData data, int batchSize) : IDisposable
{
    private readonly int count = data.Count;
    private readonly Generator generator = streams.Generator("shuffle");

    // A step takes all images: their order would change nothing but rounding, so there is none.
    private bool IsFullBatch => BatchSize == count;

    /// <summary>Images in a step, at most.</summary>
    public int BatchSize { get; } = Math.Min(batchSize, data.Count);

    /// <summary>Steps of an epoch; the last may have fewer images.</summary>
    public int Steps => (count + BatchSize - 1) / BatchSize;

    /// <summary>Whether a step takes all images as they lie.</summary>
    public bool IsInOrder => IsFullBatch && data.Subset is null;

    /// <summary>Image numbers of the next epoch, (n), 64-bit integers.</summary>
    public Tensor Next()
    {
        using var section = NativeSection.Enter();
        var order = IsFullBatch ? arange(count, dtype: ScalarType.Int64) : randperm(count, generator: generator);
        return data.Subset is { } subset ? subset.index_select(0, order) : order;
    }

    /// <summary>Writes where the stream stands.</summary>
    public void Save(BinaryWriter writer)
    {
        using var state = generator.get_state();
        Bytes.Write(writer, state.bytes);
    }

    /// <summary>Goes on from there.</summary>
    public void Load(BinaryReader reader)
    {
        using var state = generator.get_state();
        Bytes.Read(reader, state.bytes);
        generator.set_state(state);
    }

    /// <inheritdoc/>
    public void Dispose() => generator.Dispose();
}

/// <summary>Runs of bytes in a checkpoint.</summary>
internal static class Bytes
{
    /// <summary>Writes their number and them.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    /// <summary>Reads as many as there should be.</summary>
    /// <exception cref="InvalidDataException">It is another number.</exception>
    public static void Read(BinaryReader reader, Span<byte> to)
    {
        if (reader.ReadInt32() != to.Length)
        {
            throw new InvalidDataException("a part of the checkpoint has another size than it should");
        }

        reader.BaseStream.ReadExactly(to);
    }
}
