using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// Lets the batch normalizations of a module work with the statistics of the images at hand, as in training, while all else is in the mode
/// for testing. Their running statistics, which before training are those of no images at all, stay as they were.
/// </summary>
internal sealed class BatchStatistics : IDisposable
{
    private readonly List<(BatchNorm Norm, Tensor[] State)> norms;

    private BatchStatistics(nn.Module module)
    {
        norms = [.. module.modules().Prepend(module).Distinct().OfType<BatchNorm>().Where(norm => !norm.training)
            .Select(norm => (norm, State(norm).Select(values => values.clone().DetachFromDisposeScope()).ToArray()))];
        norms.ForEach(part => part.Norm.train());
    }

    /// <summary>Use those of the images at hand until the result is disposed.</summary>
    public static BatchStatistics Of(nn.Module module) => new(module);

    /// <inheritdoc/>
    public void Dispose()
    {
        using var withoutGraph = no_grad();
        foreach (var (norm, state) in norms)
        {
            norm.eval();
            foreach (var (now, before) in State(norm).Zip(state))
            {
                now.copy_(before);
                before.Dispose();
            }
        }
    }

    private static IEnumerable<Tensor> State(BatchNorm norm) => norm.named_buffers(recurse: false).Select(pair => pair.buffer);
}
