using System.Runtime.InteropServices;
using Experiments.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Images as tensors, shared read-only by all worker threads.</summary>
internal sealed class Images : IDisposable
{
    private const int Classes = 10;

    public Images(ImageSet set)
    {
        Inputs = zeros(set.Count, set.Height * set.Width).DetachFromDisposeScope();
        Targets = zeros(set.Count, Classes).DetachFromDisposeScope();
        // Filled in place: a second copy of 50,000 images would be 150 MB.
        var inputs = MemoryMarshal.Cast<byte, float>(Inputs.bytes);
        var targets = MemoryMarshal.Cast<byte, float>(Targets.bytes);
        var pixels = set.Pixels.Span;
        var labels = set.Labels.Span;
        for (var index = 0; index < pixels.Length; index++)
        {
            inputs[index] = pixels[index] / 255f;
        }

        for (var index = 0; index < labels.Length; index++)
        {
            targets[(index * Classes) + labels[index]] = 1;
        }
    }

    /// <summary>(n, pixels), 0 to 1</summary>
    public Tensor Inputs { get; }

    /// <summary>One-hot, (n, 10)</summary>
    public Tensor Targets { get; }

    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }
}
