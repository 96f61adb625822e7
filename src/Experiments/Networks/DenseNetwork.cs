using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>A multilayer perceptron for R replicas that brings its own backward pass.</summary>
internal sealed partial class DenseNetwork : Network
{
    private readonly Mlp plan;
    private readonly DenseLayer[] layers;
    private readonly DropoutMasks masks;

    public DenseNetwork(Mlp plan, IReadOnlyList<SeedStreams> seeds)
        : base(nameof(DenseNetwork))
    {
        this.plan = plan;
        layers = [.. Enumerable.Range(1, plan.Sizes.Count - 1).Select(number => new DenseLayer(
            number,
            plan.Sizes[number - 1],
            plan.Sizes[number],
            number < plan.Sizes.Count - 1 ? plan.Activation : Activation.Identity,
            plan.Weights,
            plan.Biases,
            plan.Precision,
            seeds))];
        masks = new(plan.Dropout, seeds, layers.Length - 1);
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

    // What one layer did to a batch. Factors are dropout's, null for 1.
    private readonly record struct Pass(Tensor Input, Tensor Weight, Tensor? WeightFactor, Tensor Output, Tensor? OutputFactor, Tensor ToNext);

    public override IReadOnlyList<NetworkParameter> Trained { get; }

    public override int ImagesAtOnce => HasReplicas ? int.MaxValue : base.ImagesAtOnce; // replicas take a few at a time

    public override Tensor forward(Tensor input) => CanUseReplicas(input) ? ForwardOfReplicas(input) : Forward(input)[^1].ToNext;

    public override IReadOnlyList<HiddenActivations> Activations(Tensor images) =>
        [.. Forward(images).SkipLast(1).Select((pass, index) => new HiddenActivations(index + 1, pass.ToNext, layers[index].Activation))];

    internal override IReadOnlyList<Tensor> SidesOfKinks(Tensor images) =>
        layers.Any(layer => layer.Activation.HasKink)
            ? [.. Forward(images).Where((_, layer) => layers[layer].Activation.HasKink).Select(pass => pass.ToNext.gt(0))] // where dropout drops a unit, its kink is gone
            : [];

    internal override void HoldMasks() => masks.Hold();

    internal override bool CanBeKept => true;

    internal override void Keep(StateStream state, int replicas)
    {
        base.Keep(state, replicas);
        masks.Keep(state);
    }

    public override IReadOnlyList<Tensor> Gradients(Tensor images, Func<Tensor, Tensor> logitGradient)
    {
        using var withoutGraph = no_grad();
        if (CanUseReplicas(images))
        {
            return GradientsOfReplicas(images, logitGradient);
        }

        var passes = Forward(images);
        var gradients = new Tensor[2 * layers.Length];
        var outputGradient = logitGradient(passes[^1].ToNext);
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            var pass = passes[layer];
            var activationGradient = pass.OutputFactor is null ? outputGradient : outputGradient.mul_(pass.OutputFactor);
            var delta = layers[layer].ToPreActivations(activationGradient, pass.Output);
            var (weight, bias) = DenseLayer.ToParameters(delta, pass.Input);
            gradients[2 * layer] = pass.WeightFactor is null ? weight : weight.mul_(pass.WeightFactor);
            gradients[(2 * layer) + 1] = bias;
            outputGradient = layer > 0 ? DenseLayer.ToInputs(delta, pass.Weight) : delta;
        }

        return gradients;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            masks.Dispose();
        }

        base.Dispose(disposing);
    }

    private Pass[] Forward(Tensor images)
    {
        var passes = new Pass[layers.Length];
        var input = images;
        for (var layer = 0; layer < layers.Length; layer++)
        {
            passes[layer] = Forward(layer, input);
            input = passes[layer].ToNext;
        }

        return passes;
    }

    // Hidden layer numbers count from 1, so the weights of layers[layer] lead out of hidden layer number layer.
    private Pass Forward(int layer, Tensor input)
    {
        var weight = (Tensor)layers[layer].Weight;
        var weightFactor = masks.OfWeights(layer, weight, training);
        weight = weightFactor is null ? weight : weight.mul(weightFactor);
        var output = layers[layer].Forward(input, weight);
        var outputFactor = layer == layers.Length - 1 ? null : masks.OfUnits(layer + 1, output, training);
        return new(input, weight, weightFactor, output, outputFactor, outputFactor is null ? output : output.mul(outputFactor));
    }
}
