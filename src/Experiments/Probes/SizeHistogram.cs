using TorchSharp;

namespace Experiments.Probes;

/// <summary>
/// How the sizes of each layer's gradients, or of its weights, are distributed: counts in <see cref="SizeBins"/>, and of exact zeros,
/// before training, after epochs 1, 2, 4, 8 … and after the last. Layers with numbers that are not finite are left out.
/// </summary>
public sealed class SizeHistogram : IProbe
{
    private readonly string metric;
    private readonly Func<ProbeContext, IEnumerable<float[]>> numbers;

    private SizeHistogram(string name, string metric, Func<ProbeContext, IEnumerable<float[]>> numbers) =>
        (Name, this.metric, this.numbers) = (name, metric, numbers);

    /// <summary>Of the mean gradient with respect to each weight.</summary>
    public static SizeHistogram OfGradients { get; } = new(
        "gradient histograms", Metrics.GradientHistogram, context => context.Passes.WeightGradients(context.Inputs, context.Targets));

    /// <summary>Of the weights.</summary>
    public static SizeHistogram OfWeights { get; } = new(
        "weight histograms", Metrics.WeightHistogram,
        context => context.Layers.Select(layer => layer.Weights.SelectMany(Numbers).ToArray()));

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Whether it is due after an epoch.</summary>
    public static bool IsDue(int epoch, bool isLast) => isLast || (epoch & (epoch - 1)) == 0;

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => !IsDue(context.Epoch, context.IsLast) ? []
        : numbers(context).SelectMany((values, index) => Of(values, index + 1));

    private IEnumerable<Reading> Of(float[] values, int layer)
    {
        if (!values.All(float.IsFinite))
        {
            yield break;
        }

        var (counts, zeros) = (new int[SizeBins.Count], 0);
        foreach (var value in values)
        {
            if (value == 0)
            {
                zeros++;
            }
            else
            {
                counts[SizeBins.Of(Math.Abs((double)value))]++;
            }
        }

        yield return new(Metrics.ZerosOf(metric), zeros, Layer: layer);
        foreach (var (bin, count) in counts.Index().Where(bin => bin.Item > 0))
        {
            yield return new(Metrics.BinOf(metric, bin), count, Layer: layer);
        }
    }

    private static float[] Numbers(torch.Tensor values) =>
        values.detach().to(torch.ScalarType.Float32).contiguous().data<float>().ToArray();
}
