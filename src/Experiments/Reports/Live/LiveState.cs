namespace Experiments.Reports.Live;

/// <summary>What a live page shows now: pages that show something else fetch what is new.</summary>
/// <param name="Results">The results folder, as the user would write it.</param>
/// <param name="Runs">The runs under way.</param>
/// <param name="Recipes">The recipes that have results, in the page's order, each with the version of its section.</param>
internal sealed record LiveState(string Results, IReadOnlyList<RunUnderWay> Runs, IReadOnlyList<RecipeVersion> Recipes);

/// <summary>A recipe's section.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Version">Changes when the section does.</param>
internal sealed record RecipeVersion(string Name, string Version);
