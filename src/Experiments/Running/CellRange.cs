namespace Experiments.Running;

/// <summary>Cells of a list by their numbers.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal readonly record struct CellRange(int From, int To)
{
    /// <summary>Reads <c>3-7</c>, or <c>3</c> for one cell; null if it is neither.</summary>
    public static CellRange? Parse(string text) =>
        text.Split('-') is var parts && parts.Length <= 2 && WholeNumber.Parse(parts[0]) is { } from and > 0
        && WholeNumber.Parse(parts[^1]) is { } to && to >= from ? new(from, to) : null;
}
