using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Experiments.Bench;

/// <summary>
/// The training as a user of TorchSharp would write it: nn.Sequential, autograd, torch.optim, index_select of a shuffled batch. Nothing of
/// the engine is in it but <see cref="NativeSection"/>, without which TorchSharp 0.107 fails now and then; a section costs less than a
/// microsecond.
/// </summary>
internal sealed class NaturalLoop : ITimedLoop
{
    private readonly NaturalSettings settings;
    private readonly Tensor images;
    private readonly Tensor targets;
    private readonly TorchSharp.Modules.Sequential network;
    private readonly optim.Optimizer optimizer;

    public NaturalLoop(NaturalSettings settings, Tensor images, Tensor classes, int seed)
    {
        manual_seed(seed);
        (this.settings, this.images) = (settings, images);
        targets = settings.IsSigmoid ? functional.one_hot(classes, 10).to(ScalarType.Float32) : classes;
        network = Network();
        optimizer = Optimizer();
    }

    public string Task => $"{TaskText.Layers(network)}, {settings.How}";

    public int StepsPerEpoch => (int)((images.shape[0] + settings.Batch - 1) / settings.Batch);

    public void TrainEpoch(int epoch)
    {
        network.train();
        using var order = randperm(images.shape[0]);
        for (var start = 0L; start < images.shape[0]; start += settings.Batch)
        {
            using var section = NativeSection.Enter();
            using var scope = NewDisposeScope();
            var batch = order.slice(0, start, Math.Min(start + settings.Batch, images.shape[0]), 1);
            optimizer.zero_grad();
            var logits = network.call(images.index_select(0, batch));
            Loss(logits, targets.index_select(0, batch)).backward();
            optimizer.step();
        }
    }

    public double Accuracy(Tensor inputs, Tensor classes)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        network.eval();
        return network.call(inputs).argmax(1).eq(classes).to(ScalarType.Float64).mean().item<double>();
    }

    private Tensor Loss(Tensor logits, Tensor wanted) => settings.IsSigmoid
        ? functional.binary_cross_entropy_with_logits(logits, wanted, reduction: Reduction.Sum) / logits.shape[0]
        : functional.cross_entropy(logits, wanted);

    private TorchSharp.Modules.Sequential Network()
    {
        var modules = new List<Module<Tensor, Tensor>>();
        for (var layer = 1; layer < settings.Sizes.Count; layer++)
        {
            modules.Add(Dense(settings.Sizes[layer - 1], settings.Sizes[layer]));
            if (layer < settings.Sizes.Count - 1)
            {
                modules.Add(settings.IsSigmoid ? Sigmoid() : ReLU());
                if (settings.Drop > 0)
                {
                    modules.Add(Dropout(settings.Drop));
                }
            }
        }

        return Sequential(modules);
    }

    private TorchSharp.Modules.Linear Dense(int inputs, int units)
    {
        var layer = Linear(inputs, units);
        if (!settings.DefaultWeights)
        {
            init.normal_(layer.weight!, 0, Math.Sqrt((settings.IsSigmoid ? 1.0 : 2.0) / inputs));
            init.normal_(layer.bias!, 0, settings.IsSigmoid ? 1 : 0);
        }

        return layer;
    }

    private optim.Optimizer Optimizer()
    {
        if (settings.SgdRate is not { } rate)
        {
            return optim.Adam(network.parameters(), lr: 0.001);
        }

        return settings.WeightDecay == 0
            ? optim.SGD(network.parameters(), rate, settings.Momentum)
            : optim.SGD(
                [
                    new TorchSharp.Modules.SGD.ParamGroup(
                        network.parameters().Where(parameter => parameter.dim() == 2), rate, settings.Momentum,
                        weight_decay: settings.WeightDecay),
                    new TorchSharp.Modules.SGD.ParamGroup(
                        network.parameters().Where(parameter => parameter.dim() == 1), rate, settings.Momentum),
                ],
                rate,
                settings.Momentum);
    }
}
