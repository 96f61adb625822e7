using TorchSharp.Modules;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>Passes of a plain perceptron outside training, in plain memory.</summary>
/// <param name="pattern">The layers.</param>
/// <param name="loss">The cost that is differentiated.</param>
/// <param name="training">The images that the perceptron trains on, if it does.</param>
internal sealed class FusedPasses(IReadOnlyList<FusedLayer> pattern, FusedLoss loss, CompressedImages? training = null) : IPasses
{
    // Activations of so many images at a time stay in the processor's cache.
    private const int ImagesAtATime = 100;

    private readonly CsrMatrix rows = new(ImagesAtATime, ImagesAtATime * (int)pattern[0].Linear.in_features);
    private readonly Dictionary<Tensor, CsrMatrix?> kept = new(ReferenceEqualityComparer.Instance); // null: hardly any zeros
    private FusedMlp? tested;
    private FusedMlp? probed;

    /// <inheritdoc/>
    public Tensor Logits(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (count, pixels) = ((int)images.shape[0], (int)images.shape[1]);
        var logits = empty(count, pattern[^1].Linear.out_features);
        var network = tested ??= new(pattern, ImagesAtATime, hasZeros: true, canTrain: false);
        Load(pattern, network);
        SetTestFactors(network, ImagesAtATime);
        ReadOnlySpan<float> from = MemoryMarshal.Cast<byte, float>(images.bytes);
        var to = MemoryMarshal.Cast<byte, float>(logits.bytes);
        var all = kept.GetValueOrDefault(images);
        for (var start = 0; start < count; start += ImagesAtATime)
        {
            var length = Math.Min(ImagesAtATime, count - start);
            if (all is null)
            {
                rows.Set(from.Slice(start * pixels, length * pixels), pixels);
            }

            network.Forward(all ?? rows, all is null ? 0 : start, length);
            network.Logits.Top(length).CopyTo(to[(start * network.Logits.Columns)..]);
        }

        return logits.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Keep(Tensor images)
    {
        if (!kept.ContainsKey(images))
        {
            kept[images] = training?.StartWith(images) == true ? training.NonZero : CompressedImages.Of(images).NonZero;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerNorms> GradientNorms(Tensor images, Tensor targets)
    {
        var network = Differentiate(images, targets);
        return
        [
            .. Enumerable.Range(0, pattern.Count).Select(layer => new LayerNorms(
                layer + 1,
                Math.Sqrt(SumOfSquares(network.WeightGradient(layer).All)),
                Math.Sqrt(SumOfSquares(network.BiasGradient(layer).Row(0))))),
        ];
    }

    /// <summary>
    /// The gradient of the mean cost with respect to each Linear's weight, (units, inputs), and bias, in the mode for testing.
    /// </summary>
    public IReadOnlyList<(float[] Weight, float[] Bias)> Gradients(Tensor images, Tensor targets)
    {
        var network = Differentiate(images, targets);
        return [.. Enumerable.Range(0, pattern.Count).Select(layer =>
        {
            var weight = new float[pattern[layer].Linear.weight!.numel()];
            network.WeightGradient(layer).CopyToTransposed(weight);
            return (weight, network.BiasGradient(layer).Row(0).ToArray());
        })];
    }

    /// <summary>The classes of targets in either form, one-hot or numbers.</summary>
    public static int[] Classes(Tensor targets)
    {
        using var scope = NewDisposeScope();
        var classes = targets.dim() == 2 ? targets.argmax(1) : targets;
        return [.. classes.data<long>().ToArray().Select(number => (int)number)];
    }

    /// <summary>Takes the parameters over.</summary>
    public static void Load(IReadOnlyList<FusedLayer> pattern, FusedMlp network)
    {
        for (var layer = 0; layer < pattern.Count; layer++)
        {
            network.Weight(layer).CopyFromTransposed(Numbers(pattern[layer].Linear.weight!));
            network.Bias(layer).CopyFrom(Numbers(pattern[layer].Linear.bias!));
        }
    }

    /// <summary>Gives the parameters back.</summary>
    public static void Store(IReadOnlyList<FusedLayer> pattern, FusedMlp network)
    {
        for (var layer = 0; layer < pattern.Count; layer++)
        {
            network.Weight(layer).CopyToTransposed(Numbers(pattern[layer].Linear.weight!));
            network.Bias(layer).CopyTo(Numbers(pattern[layer].Linear.bias!));
        }
    }

    /// <summary>Puts ∂C/∂logits in place, C being the mean cost over the batch.</summary>
    public static void ToLogitGradient(FusedMlp network, FusedLoss loss, ReadOnlySpan<long> batch, int[] classes)
    {
        var (logits, gradient) = (network.Logits.Top(batch.Length), network.LogitGradient.Top(batch.Length));
        for (var row = 0; row < batch.Length; row++)
        {
            logits.Row(row).CopyTo(gradient.Row(row));
            loss.ToGradient(gradient.Row(row), classes[batch[row]]);
        }

        TensorPrimitives.Divide(gradient.All, batch.Length, gradient.All);
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

    private FusedMlp Differentiate(Tensor images, Tensor targets)
    {
        var count = (int)images.shape[0];
        ReadOnlySpan<float> pixels = MemoryMarshal.Cast<byte, float>(images.bytes);
        var hasZeros = kept.TryGetValue(images, out var all) ? all is not null : FusedMlp.HasZeros(pixels);
        var fits = probed?.Logits.Rows == count && probed.Input.NonZero is not null == hasZeros;
        var network = probed = fits ? probed! : new(pattern, count, hasZeros);
        Load(pattern, network);
        SetTestFactors(network, count);
        long[] numbers = [.. Enumerable.Range(0, count)];
        if (all is not null)
        {
            network.Input.NonZero!.SetRows(all, numbers);
        }
        else if (hasZeros)
        {
            network.Input.NonZero!.Set(pixels, (int)images.shape[1]);
        }
        else
        {
            network.Input.Dense.CopyFrom(pixels);
        }

        network.Forward(count);
        ToLogitGradient(network, loss, numbers, Classes(targets));
        network.Backward(count);
        return network;
    }

    private void SetTestFactors(FusedMlp network, int images)
    {
        for (var layer = 0; layer < pattern.Count; layer++)
        {
            if (network.Drops(layer))
            {
                network.Factors(layer).Top(images).All.Fill(pattern[layer].TestFactor);
            }
        }
    }

    private static Span<float> Numbers(Parameter parameter)
    {
        using var scope = NewDisposeScope();
        return MemoryMarshal.Cast<byte, float>(parameter.detach().bytes);
    }
}
