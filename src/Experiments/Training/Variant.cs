using Experiments.Networks;

namespace Experiments.Training;

/// <summary>One arm of a comparison.</summary>
/// <param name="Name">Its name in tables, charts and folders, such as <c>3 hidden</c>.</param>
/// <param name="Subject">What it examines: an <see cref="Architecture"/>, which is trained, or a computation.</param>
/// <param name="Settings">How it is trained, or computed.</param>
public sealed record Variant(string Name, Subject Subject, Settings Settings);
