using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>A multilayer perceptron: dense layers with one activation after every hidden layer; the output layer gives logits.</summary>
/// <param name="Sizes">Number of inputs, of units of every hidden layer, and of classes.</param>
/// <param name="Activation">The hidden layers' activation.</param>
/// <param name="Weights">How weights start.</param>
/// <param name="Biases">How biases start.</param>
public sealed record Mlp(IReadOnlyList<int> Sizes, Activation Activation, Init Weights, Init Biases) : Architecture
{
    /// <inheritdoc/>
    public override string Description => $"{string.Join('-', Sizes)} {Activation}, weights {Weights}, biases {Biases}";

    /// <inheritdoc/>
    public override (int Layers, long Weights) Size =>
        (Sizes.Count - 1, Sizes.Zip(Sizes.Skip(1), (fanIn, fanOut) => (long)fanIn * fanOut).Sum());

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than two sizes, or one of them is not positive.</exception>
    public override Network Build(IReadOnlyList<SeedStreams> seeds) => Sizes.Count >= 2 && Sizes.All(size => size > 0)
        ? new DenseNetwork(this, seeds)
        : throw new ArgumentException($"A network needs an input and an output layer of at least one unit each, but its sizes are {string.Join('-', Sizes)}.");
}

/// <summary>A multilayer perceptron for R replicas that brings its own backward pass.</summary>
internal sealed class DenseNetwork : Network
{
    private readonly DenseLayer[] layers;

    public DenseNetwork(Mlp plan, IReadOnlyList<SeedStreams> seeds)
        : base(nameof(DenseNetwork))
    {
        layers = [.. Enumerable.Range(1, plan.Sizes.Count - 1).Select(number => new DenseLayer(
            number,
            plan.Sizes[number - 1],
            plan.Sizes[number],
            number < plan.Sizes.Count - 1 ? plan.Activation : Activation.Identity,
            plan.Weights,
            plan.Biases,
            seeds,
            plan.Precision))];
        foreach (var (layer, number) in layers.Select((layer, index) => (layer, index + 1)))
        {
            register_module($"layer{number}", layer);
        }

        Trained = [.. layers.SelectMany((layer, index) => new NetworkParameter[]
        {
            new(layer.Weight, index + 1, IsBias: false),
            new(layer.Bias, index + 1, IsBias: true),
        })];
    }

    public override IReadOnlyList<NetworkParameter> Trained { get; }

    public override Tensor forward(Tensor input) => layers.Aggregate(input, (values, layer) => layer.forward(values));

    internal override IReadOnlyList<Tensor> SidesOfKinks(Tensor images)
    {
        var sides = new List<Tensor>();
        if (layers.Any(layer => layer.HasKink))
        {
            _ = layers.Aggregate(images, (values, layer) =>
            {
                var output = layer.forward(values);
                sides.AddRange(layer.HasKink ? [output.gt(0)] : []);
                return output;
            });
        }

        return sides;
    }

    public override IReadOnlyList<Tensor> Gradients(Tensor images, Func<Tensor, Tensor> logitGradient)
    {
        using var withoutGraph = no_grad();
        var inputs = new Tensor[layers.Length + 1]; // inputs[l] enters layer l; the last entry is the logits
        inputs[0] = images;
        for (var layer = 0; layer < layers.Length; layer++)
        {
            inputs[layer + 1] = layers[layer].forward(inputs[layer]);
        }

        var gradients = new Tensor[2 * layers.Length];
        var outputGradient = logitGradient(inputs[^1]);
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            var delta = layers[layer].ToPreActivations(outputGradient, inputs[layer + 1]);
            (gradients[2 * layer], gradients[(2 * layer) + 1]) = DenseLayer.ToParameters(delta, inputs[layer]);
            outputGradient = layer > 0 ? layers[layer].ToInputs(delta) : delta;
        }

        return gradients;
    }
}
