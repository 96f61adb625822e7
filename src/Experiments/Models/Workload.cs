namespace Experiments.Models;

/// <summary>What a variant runs for every seed: a model, which is trained, or a computation.</summary>
public abstract record Workload
{
    /// <summary>Everything about it that determines results, in one line; part of the hash of the results.</summary>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Description;
}
