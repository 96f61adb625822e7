using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>
/// Any ordinary TorchSharp module as a network of R replicas: one module per seed, run one after the other and differentiated by autograd.
/// Slower than layers with a replica axis, and it always works.
/// </summary>
/// <param name="Name">Names the architecture; part of the hash of the results, so change it with the module.</param>
/// <param name="Size">Layers, and weights of one seed's module, roughly.</param>
/// <param name="Create">Makes one seed's module, from inputs (B, pixels) to logits (B, classes), drawing everything random from that seed's streams.</param>
public sealed record EachSeedAlone(string Name, (int Layers, long Weights) Size, Func<SeedStreams, nn.Module<Tensor, Tensor>> Create) : Architecture
{
    /// <inheritdoc/>
    public override (int Layers, long Weights) Size { get; } = Size;

    /// <summary>
    /// Whether parameters and buffers are all that a module keeps from step to step: then a long training is kept at the ends of epochs and goes on
    /// from there after an interruption. Not so of modules that draw random numbers in training, such as dropout, or remember anything else.
    /// </summary>
    public bool IsAllState { get; init; }

    /// <inheritdoc/>
    public override string Description => Name;

    /// <inheritdoc/>
    public override Network Build(IReadOnlyList<SeedStreams> seeds) => new SeparateNetworks([.. seeds.Select(seed => InPrecision(Create(seed)))], IsAllState);

    private nn.Module<Tensor, Tensor> InPrecision(nn.Module<Tensor, Tensor> module) =>
        Precision == ScalarType.Float32 ? module : module.to(Precision);
}

/// <summary>R separate modules side by side. A module that has parameters of its own counts as a layer, in the order of definition.</summary>
internal sealed class SeparateNetworks : Network
{
    private readonly nn.Module<Tensor, Tensor>[] replicas;

    public SeparateNetworks(nn.Module<Tensor, Tensor>[] replicas, bool canBeKept)
        : base(nameof(SeparateNetworks))
    {
        CanBeKept = canBeKept;
        this.replicas = replicas;
        for (var replica = 0; replica < replicas.Length; replica++)
        {
            register_module($"replica{replica}", replicas[replica]);
        }

        Trained = [.. replicas.SelectMany(ParametersOf)];
    }

    public override IReadOnlyList<NetworkParameter> Trained { get; }

    internal override bool CanBeKept { get; }

    public override Tensor forward(Tensor input) => stack(replicas.Select((module, replica) => module.call(input[replica])));

    public override IReadOnlyList<Tensor> Gradients(Tensor images, Func<Tensor, Tensor> logitGradient)
    {
        using var graph = enable_grad();
        zero_grad();
        var logits = forward(images);
        autograd.backward(logits, logitGradient(logits.detach()));
        return [.. Trained.Select(parameter => parameter.Value.grad ?? zeros_like(parameter.Value))];
    }

    // A module may keep more than parameters, such as the running means of batch normalization.
    public override IReadOnlyList<Tensor> StateOf(int replica) =>
        [.. base.StateOf(replica), .. replicas[replica].named_buffers().Select(pair => pair.buffer.detach())];

    private static IEnumerable<NetworkParameter> ParametersOf(nn.Module<Tensor, Tensor> module, int replica)
    {
        var layer = 0;
        foreach (var part in module.modules().Prepend(module).Distinct())
        {
            var parameters = part.named_parameters(recurse: false).ToList();
            layer += parameters.Count > 0 ? 1 : 0;
            foreach (var (name, parameter) in parameters)
            {
                yield return new(parameter, layer, name.Contains("bias", StringComparison.OrdinalIgnoreCase), replica);
            }
        }
    }
}
