using static TorchSharp.torch;

namespace Experiments.Training.Fused;

/// <summary>Passes of a plain perceptron outside training, in plain memory.</summary>
/// <param name="pattern">The layers.</param>
/// <param name="loss">The cost that is differentiated.</param>
internal sealed class FusedPasses(IReadOnlyList<FusedLayer> pattern, FusedLoss loss) : IPasses
{
    // Activations of so many images at a time stay in the processor's cache.
    private const int ImagesAtATime = 100;

    // Images that do not change, without their zeros, for all cells of a process that take the same tensor; null: hardly any zeros.
    private static readonly ConditionalWeakTable<Tensor, CsrMatrix?> Kept = [];

    private FusedMlp? tested;
    private FusedMlp? probed;

    /// <summary>Pixels other than 0 of images that do not change; null if there are hardly any zeros.</summary>
    public static CsrMatrix? NonZero(Tensor images) => Kept.GetValue(images, Compressed);

    public void Keep(Tensor images) => NonZero(images);

    public Tensor Logits(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (count, pixels) = ((int)images.shape[0], (int)images.shape[1]);
        var logits = empty(count, pattern[^1].FanOut);
        var network = tested ??= new(pattern, ImagesAtATime, hasZeros: true);
        network.Load();
        var rows = network.Input.NonZero!;
        Kept.TryGetValue(images, out var all);
        for (var start = 0; start < count; start += ImagesAtATime)
        {
            var length = Math.Min(ImagesAtATime, count - start);
            if (all is null)
            {
                rows.Set(FusedMlp.Numbers(images).Slice(start * pixels, length * pixels), pixels);
            }

            network.Forward(all ?? rows, all is null ? 0 : start, length);
            network.Logits.Top(length).CopyTo(FusedMlp.Numbers(logits)[(start * network.Logits.Columns)..]);
        }

        return logits.MoveToOuterDisposeScope();
    }

    public IReadOnlyList<LayerNorms> GradientNorms(Tensor images, Tensor targets) =>
        [.. Differentiate(images, targets).Select((layer, index) => new LayerNorms(
            index + 1, Math.Sqrt(SumOfSquares(layer.WeightGradient.All)), Math.Sqrt(SumOfSquares(layer.BiasGradient.Row(0)))))];

    public IReadOnlyList<float[]> WeightGradients(Tensor images, Tensor targets) => [.. Differentiate(images, targets).Select(layer =>
    {
        var packed = new float[layer.WeightGradient.Rows * layer.WeightGradient.Columns];
        layer.WeightGradient.CopyTo(packed);
        return packed;
    })];

    /// <summary>The gradient of the mean cost with respect to each Linear's weight and bias in turn, in the mode for testing.</summary>
    public float[] Gradient(Tensor images, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return [.. Differentiate(images, targets).SelectMany(layer => (float[])
            [.. FusedMlp.Numbers(FusedMlp.Transposed(layer.WeightGradient)), .. layer.BiasGradient.Row(0)])];
    }

    /// <summary>The classes of targets in either form, one-hot or numbers.</summary>
    public static int[] Classes(Tensor targets)
    {
        using var scope = NewDisposeScope();
        var classes = targets.dim() == 2 ? targets.argmax(1) : targets;
        return [.. classes.data<long>().ToArray().Select(number => (int)number)];
    }

    /// <summary>Σ x² in double precision: squares of gradients that vanish would underflow in single precision.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (double)value * value;
        }

        return sum;
    }

    private static CsrMatrix? Compressed(Tensor images)
    {
        ReadOnlySpan<float> pixels = FusedMlp.Numbers(images);
        return FusedMlp.HasZeros(pixels) ? CsrMatrix.Of(pixels, (int)images.shape[1]) : null;
    }

    private FusedMlp.Layer[] Differentiate(Tensor images, Tensor targets)
    {
        var count = (int)images.shape[0];
        if (!Kept.TryGetValue(images, out var nonZero))
        {
            nonZero = Compressed(images);
        }

        if (probed?.Logits.Rows != count || probed.Input.NonZero is null != nonZero is null)
        {
            probed = new(pattern, count, nonZero is not null);
        }

        long[] numbers = [.. Enumerable.Range(0, count)];
        probed.Load();
        probed.Forward(FusedMlp.Numbers(images), nonZero, numbers);
        loss.Differentiate(probed, numbers, Classes(targets));
        probed.Backward(count);
        return probed.Layers;
    }
}
