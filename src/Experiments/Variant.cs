using Experiments.Models;
using Experiments.Probes;
using Experiments.Training;

namespace Experiments;

/// <summary>One arm of a comparison.</summary>
/// <param name="Name">Its name in tables, charts and folders, such as <c>3 hidden</c>.</param>
/// <param name="Workload">What it runs for every seed: a <see cref="Model"/>, which is trained, or a computation.</param>
/// <param name="Settings">How it is trained, or computed.</param>
public sealed record Variant(string Name, Workload Workload, Settings Settings)
{
    /// <summary>What is measured beside what the settings ask for: measurements of the recipe's own.</summary>
    public IReadOnlyList<IProbe> Probes { get; init; } = [];
}
