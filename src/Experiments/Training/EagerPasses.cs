using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Passes of any module, by TorchSharp.</summary>
/// <param name="module">The module.</param>
/// <param name="loss">The cost that is differentiated.</param>
/// <param name="streams">The seed, for modules and losses that draw even in testing: they draw the same every time.</param>
internal class EagerPasses(nn.Module<Tensor, Tensor> module, Loss loss, RandomStreams streams) : IPasses
{
    // Bounds the memory that activations take, and keeps them in the processor's cache.
    private const int ImagesAtOnce = 500;

    private const string Stream = "testing";

    /// <summary>The module's layers.</summary>
    protected IReadOnlyList<Layer> Layers { get; } = Layer.Of(module);

    /// <summary>Whether a pass forward with the loss may draw from libtorch's generator.</summary>
    protected bool Draws { get; } = Layer.MayDraw(module) || loss.MayDraw;

    public Tensor Logits(Tensor images)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        using var generator = Draws ? new CellGenerator(streams, Stream) : null;
        List<Tensor> parts = [];
        for (var start = 0L; start < images.shape[0]; start += ImagesAtOnce)
        {
            using var section = NativeSection.Enter();
            var part = images.narrow(0, start, Math.Min(ImagesAtOnce, images.shape[0] - start));
            parts.Add(generator is null ? module.call(part) : generator.Run(() => module.call(part)));
        }

        return cat(parts).MoveToOuterDisposeScope();
    }

    public IReadOnlyList<LayerNorms> GradientNorms(Tensor images, Tensor targets) => Differentiate(images, targets, layer =>
        new LayerNorms(layer.Number, Norm(layer.Weights), Norm(layer.Biases)));

    public IReadOnlyList<float[]> WeightGradients(Tensor images, Tensor targets) => Differentiate(images, targets, layer =>
        layer.Weights.SelectMany(Gradient).ToArray());

    private T[] Differentiate<T>(Tensor images, Tensor targets, Func<Layer, T> read)
    {
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        using var statistics = BatchStatistics.Of(module);
        module.zero_grad();
        CellGenerator.Run(streams, Stream, () => loss.Mean(module.call(images), targets), Draws).backward();
        T[] found = [.. Layers.Select(read)];
        module.zero_grad();
        return found;
    }

    private static float[] Gradient(TorchSharp.Modules.Parameter parameter) => parameter.grad is not { } gradient
        ? new float[parameter.numel()]
        : gradient.to(ScalarType.Float32).contiguous().data<float>().ToArray();

    // In double precision: squares of gradients that vanish would underflow in single precision.
    private static double Norm(IEnumerable<TorchSharp.Modules.Parameter> parameters) => Math.Sqrt(parameters.Sum(parameter =>
    {
        using var scope = NewDisposeScope();
        return parameter.grad is { } gradient ? gradient.to(ScalarType.Float64).pow(2).sum().item<double>() : 0;
    }));
}
