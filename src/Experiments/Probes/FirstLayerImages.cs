using TorchSharp;

namespace Experiments.Probes;

/// <summary>
/// The weights of the first units of a trained model's first layer as images: of a Linear layer all that a unit takes in, if it is a
/// square; of a convolution its kernel for the first channel. Nothing for other layers.
/// </summary>
/// <param name="units">Number of units, at most.</param>
public sealed class FirstLayerImages(int units) : IProbe
{
    /// <inheritdoc/>
    public string Name => "first-layer images";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => [];

    /// <inheritdoc/>
    public IEnumerable<Reading> MeasureAtEnd(ProbeContext context)
    {
        var weights = context.Layers[0].Weights[0].detach();
        var kernels = weights.dim() == 4 ? weights.select(1, 0) : weights.reshape(weights.shape[0], -1, 1);
        var pixels = (int)(kernels.shape[1] * kernels.shape[2]);
        var width = weights.dim() == 4 ? (int)kernels.shape[2] : (int)Math.Round(Math.Sqrt(pixels));
        if (pixels % width != 0 || (weights.dim() != 4 && width * width != pixels))
        {
            yield break;
        }

        var first = kernels.narrow(0, 0, Math.Min(units, kernels.shape[0])).to(torch.ScalarType.Float32).contiguous();
        var greatest = first.abs().max().item<float>();
        yield return new(Metrics.FirstLayerWidth, width);
        yield return new(Metrics.FirstLayerPixels, pixels);
        yield return new(Metrics.FirstLayerScale, greatest);
        foreach (var (unit, values) in first.data<float>().ToArray().Chunk(pixels).Index())
        {
            foreach (var (place, number) in PackedPixels.Weights.Pack(values, -greatest, greatest))
            {
                yield return new(Metrics.FirstLayerPart(unit + 1, place), number);
            }
        }
    }
}
