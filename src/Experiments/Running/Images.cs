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
        var pixels = set.Pixels.Span;
        var inputs = new float[pixels.Length];
        for (var index = 0; index < inputs.Length; index++)
        {
            inputs[index] = pixels[index] / 255f;
        }

        var oneHot = new float[set.Count * Classes];
        for (var index = 0; index < set.Count; index++)
        {
            oneHot[(index * Classes) + set.Labels.Span[index]] = 1;
        }

        Inputs = tensor(inputs, [set.Count, set.Height * set.Width]).DetachFromDisposeScope();
        Targets = tensor(oneHot, [set.Count, Classes]).DetachFromDisposeScope();
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
