using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Running;

/// <summary>Images as tensors, shared read-only by all worker threads.</summary>
/// <param name="Inputs">(n, pixels), 0 to 1.</param>
/// <param name="Classes">The right class of each image, (n), 64-bit integers.</param>
internal sealed record Images(Tensor Inputs, Tensor Classes)
{
    /// <summary>Number of classes.</summary>
    public const int ClassCount = 10;

    /// <summary>The first images, in the same memory.</summary>
    public Images First(long count) => new(Inputs.narrow(0, 0, count), Classes.narrow(0, 0, count));
}

/// <summary>The images of a split.</summary>
/// <param name="Training">The training images.</param>
/// <param name="Validation">The validation images.</param>
/// <param name="Test">The test images.</param>
/// <param name="Subset">
/// The numbers of the training images that one seed uses, 64-bit integers; null for all. A copy of them for every seed would take 3 MB per
/// 1,000 images.
/// </param>
internal sealed record SplitImages(Images Training, Images Validation, Images Test, Tensor? Subset = null);

/// <summary>The data set as tensors, once per split that the variants ask for.</summary>
internal sealed class ImageStore(DataSet data) : IDisposable
{
    private readonly Dictionary<(string Split, int Count), SplitImages> splits = [];
    private readonly List<Tensor> tensors = [];

    /// <summary>
    /// The images of the settings' split, the same tensors for all cells, so that what is made of them is made once. The caller's dispose
    /// scope takes the subset of a seed.
    /// </summary>
    public SplitImages Of(Settings settings, RandomStreams streams)
    {
        var images = Unscaled(settings, streams);
        if (settings.Inputs == InputScale.Unit && settings.Augmentation is null)
        {
            return images;
        }

        using var section = NativeSection.Enter();
        var (all, subset) = (images.Training, images.Subset);
        var training = subset is null ? all : new(all.Inputs.index_select(0, subset), all.Classes.index_select(0, subset));
        images = images with { Training = training, Subset = null };
        return settings.Inputs == InputScale.Unit ? images : Scaled(images, settings.Inputs);
    }

    /// <summary>
    /// Gives the training images as an epoch of a seed sees them: each distorted by a stream of its own. Null if settings ask for none.
    /// </summary>
    public Func<int, Tensor>? Distorted(Settings settings, RandomStreams streams, Tensor images)
    {
        if (settings.Augmentation is not { } asked)
        {
            return null;
        }

        var (height, width) = (data.Training.Height, data.Training.Width);
        var distorter = new Distorter(height, width, new(asked.Shift, asked.Rotation, asked.Elastic, asked.Smoothness));
        var (start, size) = (streams.Start("augmentation"), height * width);
        return epoch =>
        {
            var distorted = zeros_like(images);
            var from = MemoryMarshal.Cast<byte, float>(images.bytes);
            var to = MemoryMarshal.Cast<byte, float>(distorted.bytes);
            for (var image = 0; image < images.shape[0]; image++)
            {
                var stream = start ^ (((ulong)epoch << 32) + (ulong)image);
                distorter.Distort(from.Slice(image * size, size), to.Slice(image * size, size), stream);
            }

            return distorted;
        };
    }

    /// <summary>The first training images as the first epoch of a seed sees them; null if settings ask for none.</summary>
    public Tensor? Seen(Settings settings, RandomStreams streams, SplitImages images)
    {
        if (settings.ImagesSeen == 0)
        {
            return null;
        }

        var (all, count) = (images.Training.Inputs, Math.Min(settings.ImagesSeen, (images.Subset ?? images.Training.Inputs).shape[0]));
        var first = images.Subset is { } subset ? all.index_select(0, subset.narrow(0, 0, count)) : all.narrow(0, 0, count);
        return Distorted(settings, streams, first)?.Invoke(0) ?? first;
    }

    private SplitImages Unscaled(Settings settings, RandomStreams streams)
    {
        if (settings.Subset == Subset.First)
        {
            return Of(settings);
        }

        var (count, all) = (Cut(settings, data).Training.Count, Of(settings with { TrainingImages = null }));
        return count == all.Training.Classes.shape[0] ? all : all with { Subset = Draw(streams, all.Training.Classes.shape[0], count) };
    }

    /// <summary>
    /// Cuts a data set as settings ask. A quick run takes as many training images as there are, up to what it asks for: it should work on
    /// a small data set, too.
    /// </summary>
    /// <exception cref="ArgumentException">The data set cannot be cut so.</exception>
    public static SplitData Cut(Settings settings, DataSet data)
    {
        var (split, count) = (Split.Parse(settings.Split), settings.TrainingImages);
        return split.Of(data, settings.Quick && count is not null ? Math.Min(count.Value, split.Of(data).Training.Count) : count);
    }

    public void Dispose() => tensors.ForEach(tensor => tensor.Dispose());

    // Copies that are the cell's own, in its dispose scope. Validation and test images are scaled as the training images ask.
    private static SplitImages Scaled(SplitImages images, InputScale scale)
    {
        var training = images.Training.Inputs;
        var statistics = PixelStatistics.Of(MemoryMarshal.Cast<byte, float>(training.bytes), (int)training.shape[1]);
        return new(Copy(images.Training), Copy(images.Validation), Copy(images.Test));

        Images Copy(Images part)
        {
            var copy = part.Inputs.clone();
            var pixels = MemoryMarshal.Cast<byte, float>(copy.bytes);
            switch (scale)
            {
                case InputScale.Raw:
                    TensorPrimitives.Multiply(pixels, 255f, pixels);
                    break;
                case InputScale.Centered:
                    statistics.Center(pixels);
                    break;
                case InputScale.PerPixel:
                    statistics.Standardize(pixels);
                    break;
                case InputScale.Together:
                    statistics.StandardizeTogether(pixels);
                    break;
            }

            return part with { Inputs = copy };
        }
    }

    private static Tensor Draw(RandomStreams streams, long from, int count)
    {
        using var section = NativeSection.Enter();
        using var generator = streams.Generator("subset");
        return randperm(from, generator: generator).narrow(0, 0, count);
    }

    private SplitImages Of(Settings settings)
    {
        lock (splits)
        {
            var count = Cut(settings, data).Training.Count;
            if (splits.TryGetValue((settings.Split, count), out var images))
            {
                return images;
            }

            using var section = NativeSection.Enter();
            var whole = settings.TrainingImages is null ? Load(Cut(settings, data)) : Of(settings with { TrainingImages = null });
            return splits[(settings.Split, count)] = whole with { Training = Shared(whole.Training.First(count)) };
        }
    }

    private SplitImages Load(SplitData parts) => new(Load(parts.Training), Load(parts.Validation), Load(parts.Test));

    // Filled in place: a second copy of 50,000 images would be 150 MB.
    private Images Load(ImageSet set)
    {
        var images = Shared(new(zeros(set.Count, set.Height * set.Width), zeros(set.Count, ScalarType.Int64)));
        var inputs = MemoryMarshal.Cast<byte, float>(images.Inputs.bytes);
        TensorPrimitives.ConvertTruncating(set.Pixels.Span, inputs);
        TensorPrimitives.Divide(inputs, 255f, inputs);
        TensorPrimitives.ConvertTruncating(set.Labels.Span, MemoryMarshal.Cast<byte, long>(images.Classes.bytes));
        return images;
    }

    private Images Shared(Images images)
    {
        tensors.AddRange([images.Inputs.DetachFromDisposeScope(), images.Classes.DetachFromDisposeScope()]);
        return images;
    }
}
