namespace Experiments.Results;

/// <summary>
/// A table of words that a recipe computes from results, such as a diagnosis of every variant: <c>run</c>, <c>table</c> and <c>report</c>
/// print it.
/// </summary>
/// <param name="Title">What it says, as a heading.</param>
/// <param name="Columns">The names of its columns.</param>
public sealed record PrintedTable(string Title, params IReadOnlyList<string> Columns)
{
    /// <summary>Its rows, a text for each column.</summary>
    /// <exception cref="RecipeException">A row has more or fewer texts than there are columns.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Rows
    {
        get;
        init => field = value.FirstOrDefault(row => row.Count != Columns.Count) is not { } odd ? value : throw new RecipeException(
            $"The table '{Title}' has {NumberText.Count(Columns.Count, "column")}, but the row '{string.Join(", ", odd)}' has "
                + $"{NumberText.Count(odd.Count, "text")}: give each row a text for every column, which may be empty.");
    } = [];
}
