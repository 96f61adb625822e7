using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// The training of <see cref="EagerTrainer"/> for a plain perceptron, in plain memory: where layers are small, calling an operator costs
/// more than its arithmetic, and parameters that are trained for a whole epoch stay in the processor's cache. It takes the parameters over
/// before an epoch and gives them back after it. Order of images and dropout masks are those of the eager trainer, bit for bit.
/// </summary>
internal sealed class FusedTrainer : ITrainer
{
    private readonly IReadOnlyList<FusedLayer> pattern;
    private readonly Settings settings;
    private readonly TrainingData data;
    private readonly CsrMatrix? nonZero; // of the images, if most of their pixels are 0
    private readonly int[] classes;
    private readonly ImageOrder order;
    private readonly CellGenerator generator;
    private readonly FusedMlp network;
    private readonly FusedOptimizer optimizer;
    private readonly FusedLoss loss;
    private readonly FusedPasses passes;

    public FusedTrainer(nn.Module<Tensor, Tensor> module, Settings settings, RandomStreams streams, TrainingData data)
    {
        if (SequentialPattern.Match(module, out pattern) is { } reason)
        {
            throw new ArgumentException($"The fused trainer cannot train this module: {reason}.", nameof(module));
        }

        (this.settings, this.data) = (settings, data);
        classes = FusedPasses.Classes(data.Targets);
        order = new(streams, data, settings.BatchSize);
        generator = new(streams, "forward");
        nonZero = FusedPasses.NonZero(data.Images);
        network = new(pattern, order.BatchSize, nonZero is not null);
        optimizer = FusedOptimizer.Of(settings.Optimizer, network.Parameters.Length)!;
        loss = FusedLoss.Of(settings.Loss)!;
        passes = new(pattern, loss);
    }

    public int StepsPerEpoch => order.Steps;

    private static bool HasFusedMultiplyAdd => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>Why a module or its settings are not for this trainer; null if they are.</summary>
    public static string? WhyNot(nn.Module module, Settings settings) =>
        !HasFusedMultiplyAdd
            ? "this processor has no fused multiply-add (FMA with AVX2, or Arm's Advanced SIMD), and in software it is 100 times slower"
        : FusedLoss.Of(settings.Loss) is null ? $"it does not know the loss {settings.Loss}"
        : FusedOptimizer.Of(settings.Optimizer, 0) is null ? $"it does not know the optimizer {settings.Optimizer.Name}"
        : settings.Penalty is not (L2 or L1 or ElasticNet) && settings.Penalty != Penalty.None
            ? $"it does not know the penalty {settings.Penalty.Name}"
        : SequentialPattern.Match(module, out _);

    public void TrainEpoch(int epoch, CancellationToken cancellation, IStepObserver? observer = null)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        using var masks = new MaskSource(generator, pattern);
        network.Load();
        var images = data.Distorted?.Invoke(epoch) ?? data.Images;
        var elements = data.Distorted is null || nonZero is null ? nonZero
            : CsrMatrix.Of(FusedMlp.Numbers(images), (int)images.shape[1]);
        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<byte, long>(order.Next().bytes);
        for (var step = 0; step < order.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = step * order.BatchSize;
            var batch = numbers[start..Math.Min(start + order.BatchSize, numbers.Length)];
            var progress = new TrainingProgress(((long)epoch * order.Steps) + step, order.Steps, settings.Epochs);
            var wanted = observer?.Wants(step + 1) ?? StepReadings.None;
            Forward(images, elements, batch, masks);
            if (wanted.HasFlag(StepReadings.Loss))
            {
                observer!.Loss(step + 1, loss.Mean(network, batch, classes), batch.Length);
            }

            float[] before = wanted.HasFlag(StepReadings.Updates) ? [.. network.Parameters[..network.WeightCount]] : [];
            Step(batch, progress);
            if (wanted.HasFlag(StepReadings.Updates))
            {
                observer!.Updates(step + 1, network.Updates(before));
            }

            if (wanted.HasFlag(StepReadings.Parameters))
            {
                network.Store();
                observer!.Parameters(step + 1);
            }
        }

        network.Store();
        masks.GiveBack();
    }

    public Tensor Logits(Tensor inputs) => passes.Logits(inputs);

    public void Keep(Tensor inputs) => passes.Keep(inputs);

    public IReadOnlyList<LayerNorms> GradientNorms(Tensor inputs, Tensor targets) => passes.GradientNorms(inputs, targets);

    public IReadOnlyList<float[]> WeightGradients(Tensor inputs, Tensor targets) => passes.WeightGradients(inputs, targets);

    public IReadOnlyList<double> StepSizes() => optimizer.Steps == 0 ? []
        : [.. network.Layers.Select(layer => optimizer.StepSize(network.StartOf(layer), layer.Weight))];

    public void Save(BinaryWriter writer)
    {
        optimizer.Save(writer);
        order.Save(writer);
        Bytes.Write(writer, generator.State);
    }

    public void Load(BinaryReader reader)
    {
        optimizer.Load(reader);
        order.Load(reader);
        Bytes.Read(reader, generator.State);
    }

    public void Dispose()
    {
        order.Dispose();
        generator.Dispose();
    }

    private void Forward(Tensor images, CsrMatrix? elements, ReadOnlySpan<long> batch, MaskSource masks)
    {
        foreach (var layer in network.Dropping)
        {
            masks.Draw(layer.Pattern, layer.Factors.Top(batch.Length));
        }

        network.Forward(elements is null ? FusedMlp.Numbers(images) : default, elements, batch);
    }

    private void Step(ReadOnlySpan<long> batch, TrainingProgress progress)
    {
        loss.Differentiate(network, batch, classes);
        network.Backward(batch.Length);
        Clip();
        AddSigns();
        var rate = settings.Optimizer.LearningRate;
        optimizer.Step(
            network.Parameters, network.Gradient, network.WeightCount, settings.Penalty.WeightDecay,
            settings.Schedule?.Rate(rate, progress) ?? rate);
        if (settings.MaxNorm is { } longest)
        {
            network.LimitNorms((float)longest);
        }
    }

    // The part of a penalty that weight decay does not know.
    private void AddSigns()
    {
        if (settings.Penalty.SignDecay is > 0 and var decay)
        {
            var weights = MemoryMarshal.Cast<float, Vector512<float>>(network.Parameters[..network.WeightCount]);
            var gradient = MemoryMarshal.Cast<float, Vector512<float>>(network.Gradient[..network.WeightCount]);
            var (sign, size) = (Vector512.Create(-0f), Vector512.Create((float)decay));
            for (var index = 0; index < weights.Length; index++)
            {
                var isNonZero = ~Vector512.Equals(weights[index], Vector512<float>.Zero);
                gradient[index] += ((weights[index] & sign) | size) & isNonZero;
            }
        }
    }

    // As clip_grad_value_ and clip_grad_norm_ do.
    private void Clip()
    {
        if (settings.ClipValue is { } greatest)
        {
            TensorPrimitives.Clamp(network.Gradient, (float)-greatest, (float)greatest, network.Gradient);
        }

        if (settings.ClipNorm is { } limit)
        {
            var norm = Math.Sqrt(FusedPasses.SumOfSquares(network.Gradient));
            var factor = limit / (norm + 1e-6);
            if (factor < 1)
            {
                TensorPrimitives.Multiply(network.Gradient, (float)factor, network.Gradient);
            }
        }
    }
}
