namespace Experiments.Models;

/// <summary>What a variant examines: a model, which is trained, or something that is computed without any training.</summary>
public abstract record Subject
{
    /// <summary>Everything about it that determines results, in one line; part of the hash of the results.</summary>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Description;
}
