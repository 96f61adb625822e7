using static TorchSharp.torch;

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
internal sealed record SplitImages(Images Training, Images Validation, Images Test);

/// <summary>The data set as tensors, once per split that the variants ask for.</summary>
/// <param name="data">The data set.</param>
internal sealed class ImageStore(DataSet data) : IDisposable
{
    private readonly Dictionary<string, SplitImages> splits = [];
    private readonly Dictionary<(string Split, long Count), Images> trainings = [];

    /// <summary>
    /// The images of the settings' split, the same tensors for all cells: what is made of them, such as their compressed rows, is made
    /// once. Fewer training images are a part of the same memory. Any thread may ask.
    /// </summary>
    public SplitImages Of(Settings settings)
    {
        lock (splits)
        {
            using var section = NativeSection.Enter();
            if (!splits.TryGetValue(settings.Split, out var images))
            {
                var parts = Cut(settings with { TrainingImages = null }, data);
                splits[settings.Split] = images = new(Load(parts.Training), Load(parts.Validation), Load(parts.Test));
            }

            var count = Cut(settings, data).Training.Count;
            if (!trainings.TryGetValue((settings.Split, count), out var training))
            {
                var (inputs, classes) = images.Training.First(count);
                trainings[(settings.Split, count)] = training = new(inputs.DetachFromDisposeScope(), classes.DetachFromDisposeScope());
            }

            return images with { Training = training };
        }
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

    public void Dispose()
    {
        var parts = splits.Values.SelectMany(images => new[] { images.Training, images.Validation, images.Test });
        foreach (var part in parts.Concat(trainings.Values))
        {
            part.Inputs.Dispose();
            part.Classes.Dispose();
        }
    }

    // Filled in place: a second copy of 50,000 images would be 150 MB.
    private static Images Load(ImageSet set)
    {
        var images = new Images(
            zeros(set.Count, set.Height * set.Width).DetachFromDisposeScope(), zeros(set.Count, ScalarType.Int64).DetachFromDisposeScope());
        var inputs = MemoryMarshal.Cast<byte, float>(images.Inputs.bytes);
        var classes = MemoryMarshal.Cast<byte, long>(images.Classes.bytes);
        var pixels = set.Pixels.Span;
        var labels = set.Labels.Span;
        for (var index = 0; index < pixels.Length; index++)
        {
            inputs[index] = pixels[index] / 255f;
        }

        for (var index = 0; index < labels.Length; index++)
        {
            classes[index] = labels[index];
        }

        return images;
    }
}
