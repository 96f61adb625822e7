namespace Experiments.Results;

/// <summary>Where a published figure, a sentence or a setting comes from.</summary>
/// <param name="Work">Author and title.</param>
/// <param name="Place">Chapter, section or table.</param>
public sealed record Source(string Work, string Place)
{
    /// <summary>Where it can be read, as an address of the web; null if it cannot.</summary>
    public string? Link { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Work}, {Place}";
}
