namespace Experiments.Results;

/// <summary>Cells of one variant that a table lacks.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Seeds">The seeds whose cells are not there or cannot be used, ascending.</param>
/// <param name="Damaged">Whether something is there that cannot be used.</param>
public sealed record MissingCells(string Variant, IReadOnlyList<int> Seeds, bool Damaged = false)
{
    /// <summary>The cells as people read them: <c>4 hidden, seeds 3, 4</c>.</summary>
    public override string ToString() => $"{Variant}, {NumberText.SeedsInWords(Seeds)}";
}
