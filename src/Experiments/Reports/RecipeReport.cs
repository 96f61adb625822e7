using Experiments.Charts;
using Experiments.Claims;

namespace Experiments.Reports;

/// <summary>What a report page says of one recipe.</summary>
/// <param name="Name">The recipe's name, which is also the id of its section.</param>
/// <param name="Question">Its question.</param>
/// <param name="Source">Where the question comes from.</param>
/// <param name="Results">The results.</param>
/// <param name="Claims">Its claims with their verdicts.</param>
/// <param name="Charts">Its charts, in their order.</param>
public sealed record RecipeReport(
    string Name, string Question, Source Source, ResultTable Results, IReadOnlyList<ClaimResult> Claims, IReadOnlyList<Chart> Charts)
{
    /// <summary>What the results are, in a few words: <c>MNIST, 5 seeds</c>.</summary>
    public string Basis { get; init; } = "";

    /// <summary>What a reader of the verdicts must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Which seeds of which variants diverged, a sentence for each variant.</summary>
    public IReadOnlyList<string> Diverged { get; init; } = [];

    /// <summary>The tables that it computes from results.</summary>
    public IReadOnlyList<PrintedTable> Tables { get; init; } = [];

    /// <summary>The variants: the name of each, and its model with the settings that are its own.</summary>
    public IReadOnlyList<(string Name, string Description)> Variants { get; init; } = [];

    /// <summary>The settings that all variants start from: name, value and meaning.</summary>
    public IReadOnlyList<(string Name, string Value, string Meaning)> Settings { get; init; } = [];

    /// <summary>How the cells came about.</summary>
    public IReadOnlyList<CellProvenance> Runs { get; init; } = [];

    /// <summary>The command that makes these results.</summary>
    public string Command { get; init; } = "";

    /// <summary>The command that prints all rows of the results as CSV.</summary>
    public string TableCommand { get; init; } = "";

    /// <summary>All rows of the results as CSV, made when they are asked for; null for no download.</summary>
    public Func<string>? Csv { get; init; }
}
