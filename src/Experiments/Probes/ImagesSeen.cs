using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>Some training images as the first epoch sees them, before training.</summary>
/// <param name="images">The images, (n, pixels). Their least number is drawn as the paper and their greatest as the ink.</param>
internal sealed class ImagesSeen(Tensor images) : IProbe
{
    public string Name => "images seen";

    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (context.Epoch > 0)
        {
            yield break;
        }

        var (least, greatest) = (images.min().item<float>(), images.max().item<float>());
        yield return new(Metrics.SeenPixels, images.shape[1], Splits.Train);
        foreach (var (image, pixels) in images.contiguous().data<float>().ToArray().Chunk((int)images.shape[1]).Index())
        {
            foreach (var (place, number) in PackedPixels.Greys.Pack(pixels, least, greatest))
            {
                yield return new(Metrics.SeenPart(image + 1, place), number, Splits.Train);
            }
        }
    }
}
