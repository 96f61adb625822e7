using Experiments.Networks;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// A rule that turns gradients into steps, with its numbers. Penalties are not its business: <see cref="Penalty"/> adds to the weights'
/// gradient before any rule sees it.
/// </summary>
/// <param name="LearningRate">η, the factor of a step.</param>
public abstract record Optimizer([property: Meaning("η, the factor of a step", Above = 0)] double LearningRate)
{
    /// <summary>The rule's name as it stands in settings.</summary>
    public abstract string Name { get; }

    /// <summary>Starts optimizing a network.</summary>
    internal abstract IUpdate Start(Network network, Penalty penalty);

    /// <summary>Starts optimizing parameters that are one run of numbers in plain memory.</summary>
    /// <param name="count">How many there are.</param>
    internal abstract FlatRule Start(int count);
}

/// <summary>An optimizer at work on one network, with its state.</summary>
internal interface IUpdate : IDisposable
{
    /// <summary>Takes one step along the given gradients, one for each of the network's trained parameters. It may overwrite them.</summary>
    void Step(IReadOnlyList<Tensor> gradients);

    /// <summary>Passes over what it remembers from step to step.</summary>
    void Keep(StateStream state);
}
