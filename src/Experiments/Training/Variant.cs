using Experiments.Networks;

namespace Experiments.Training;

/// <summary>One arm of a comparison.</summary>
/// <param name="Name">Its name in tables, charts and folders, such as <c>3 hidden</c>.</param>
/// <param name="Architecture">The network it trains.</param>
/// <param name="Settings">How it trains it.</param>
public sealed record Variant(string Name, Architecture Architecture, Settings Settings);
