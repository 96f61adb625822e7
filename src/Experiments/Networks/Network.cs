using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>One trained tensor of a network.</summary>
/// <param name="Value">The parameter.</param>
/// <param name="Layer">Its layer, counted from 1 with the output layer last.</param>
/// <param name="IsBias">Whether it is a bias; penalties leave biases alone.</param>
/// <param name="Replica">The replica it belongs to; null if its leading axis holds all replicas.</param>
public sealed record NetworkParameter(Parameter Value, int Layer, bool IsBias, int? Replica = null);

/// <summary>What a hidden layer makes of some images.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Values">Activations as the next layer receives them, (R, B, units).</param>
/// <param name="Activation">The layer's activation function.</param>
public sealed record HiddenActivations(int Layer, Tensor Values, Activation Activation);

/// <summary>
/// The networks of one cohort: R replicas of one architecture, side by side along the leading axis of every tensor. Replicas never mix.
/// Like every module it is in training mode (<c>train()</c>) or not (<c>eval()</c>), which matters to dropout alone.
/// </summary>
/// <param name="name">The module's name.</param>
public abstract class Network(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Everything that is trained.</summary>
    public abstract IReadOnlyList<NetworkParameter> Trained { get; }

    /// <summary>How many images it is given at once outside training. Bounds the memory that activations take, and keeps them in the processor's cache.</summary>
    public virtual int ImagesAtOnce => 500;

    /// <summary>The gradient of every replica's own cost with respect to its own parameters.</summary>
    /// <param name="images">Inputs, (R, B, pixels); the replica axis may be expanded.</param>
    /// <param name="logitGradient">Gives ∂C/∂logits, (R, B, classes), from the logits.</param>
    /// <returns>
    /// One gradient for each of <see cref="Trained"/>, in its shape; they live in the current dispose scope, and the caller may overwrite them.
    /// </returns>
    public abstract IReadOnlyList<Tensor> Gradients(Tensor images, Func<Tensor, Tensor> logitGradient);

    /// <summary>
    /// On which side of its activation's kink every hidden unit stands, one tensor of booleans (R, B, units) for each layer that has a kink;
    /// empty if the network is smooth, or if nothing is known of its insides. Where a side changes, a difference quotient is no slope.
    /// </summary>
    internal virtual IReadOnlyList<Tensor> SidesOfKinks(Tensor images) => [];

    /// <summary>Keeps dropout's next masks for all batches to come, so that the cost is one and the same function of the parameters.</summary>
    internal virtual void HoldMasks()
    {
    }

    /// <summary>The activations of every hidden layer, from the first; none if the network does not know its layers.</summary>
    /// <param name="images">Inputs, (R, B, pixels); the replica axis may be expanded.</param>
    public virtual IReadOnlyList<HiddenActivations> Activations(Tensor images) => [];

    /// <summary>
    /// Everything that makes up one replica, its parameters first: views of the network's own memory, in a fixed order and in the current
    /// dispose scope. Two replicas with equal states give equal logits.
    /// </summary>
    public virtual IReadOnlyList<Tensor> StateOf(int replica) =>
    [
        .. Trained.Where(parameter => parameter.Replica is null || parameter.Replica == replica)
            .Select(parameter => parameter.Replica is null ? parameter.Value.detach().select(0, replica) : parameter.Value.detach()),
    ];

    /// <summary>Whether <see cref="Keep"/> passes over all that it keeps from step to step, so that training can go on from there, bit by bit.</summary>
    internal virtual bool CanBeKept => false;

    /// <summary>Passes over everything that makes up the replicas, and their random streams.</summary>
    internal virtual void Keep(StateStream state, int replicas)
    {
        for (var replica = 0; replica < replicas; replica++)
        {
            using var scope = NewDisposeScope();
            foreach (var values in StateOf(replica))
            {
                state.Keep(values);
            }
        }
    }

    /// <summary>Whether all of one replica's parameters are finite numbers.</summary>
    public bool IsFinite(int replica)
    {
        using var scope = NewDisposeScope();
        return StateOf(replica).All(values => values.isfinite().all().item<bool>());
    }
}

/// <summary>An architecture with its initialization: what a variant builds for its seeds.</summary>
public abstract record Architecture : Subject
{
    /// <summary>Layers, and weights of one replica: a rough measure of a step's work, by which long cohorts are started first.</summary>
    public abstract (int Layers, long Weights) Size { get; }

    /// <summary>Numbers that it takes, one for every pixel of an image; null if it says nothing of them.</summary>
    public virtual int? Inputs => null;

    /// <summary>The type of its parameters. Gradients are checked in double precision; everything else is done in single precision.</summary>
    internal ScalarType Precision { get; init; } = ScalarType.Float32;

    /// <summary>Builds one network with a replica for every seed.</summary>
    /// <param name="seeds">The replicas' seeds; replica r draws from seeds[r] alone.</param>
    public abstract Network Build(IReadOnlyList<SeedStreams> seeds);
}
