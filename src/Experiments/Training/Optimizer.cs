using Experiments.Networks;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>A rule that turns gradients into steps, with its numbers. Penalties are not its business: <see cref="Penalty"/>.</summary>
/// <param name="LearningRate">η, the factor of a step.</param>
public abstract record Optimizer(double LearningRate)
{
    /// <summary>The rule's name as it stands in settings.</summary>
    public abstract string Name { get; }

    /// <summary>What is wrong with its numbers, one line each; nothing if all is well.</summary>
    public virtual IEnumerable<string> Mistakes()
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
        {
            yield return $"learning-rate must be a positive number, but is {LearningRate}";
        }
    }

    /// <summary>Starts optimizing a network.</summary>
    internal abstract IUpdate Start(Network network, Penalty penalty);
}

/// <summary>An optimizer at work on one network, with its state.</summary>
internal interface IUpdate : IDisposable
{
    /// <summary>Takes one step along the given gradients, one for each of the network's trained parameters.</summary>
    void Step(IReadOnlyList<Tensor> gradients);
}
