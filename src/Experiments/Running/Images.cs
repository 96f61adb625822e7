using System.Runtime.InteropServices;
using Experiments.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>The images of a split, cut into training, validation and test.</summary>
internal sealed record SplitImages(Images Training, Images Validation, Images Test);

/// <summary>Images as tensors, shared read-only by all worker threads.</summary>
internal sealed class Images : IDisposable
{
    /// <summary>Number of classes.</summary>
    public const int ClassCount = 10;

    private Images(Tensor inputs, Tensor classes) => (Inputs, Classes) = (inputs, classes);

    public Images(ImageSet set)
    {
        Inputs = zeros(set.Count, set.Height * set.Width).DetachFromDisposeScope();
        Classes = zeros(set.Count, ScalarType.Int64).DetachFromDisposeScope();
        // Filled in place: a second copy of 50,000 images would be 150 MB.
        var inputs = MemoryMarshal.Cast<byte, float>(Inputs.bytes);
        var classes = MemoryMarshal.Cast<byte, long>(Classes.bytes);
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
    }

    /// <summary>(n, pixels), 0 to 1</summary>
    public Tensor Inputs { get; }

    /// <summary>The right class of each image, (n), 64-bit integers.</summary>
    public Tensor Classes { get; }

    /// <summary>The first images, in the same memory.</summary>
    public Images First(int count) => new(Inputs.narrow(0, 0, count).DetachFromDisposeScope(), Classes.narrow(0, 0, count).DetachFromDisposeScope());

    public void Dispose()
    {
        Inputs.Dispose();
        Classes.Dispose();
    }
}
