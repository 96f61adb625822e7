namespace Experiments;

/// <summary>One arm of a comparison. What it is, its factors say: <c>new Variant(model, settings) { ["layers"] = 3 }</c>.</summary>
/// <param name="Workload">What it runs for every seed: a <see cref="Model"/>, which is trained, or a computation.</param>
/// <param name="Settings">How it is trained, or computed.</param>
public sealed record Variant(Workload Workload, Settings Settings)
{
    /// <summary>A variant with a name of its own, which is its only factor, <c>variant</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="workload">What it runs for every seed.</param>
    /// <param name="settings">How it is trained, or computed.</param>
    public Variant(string name, Workload workload, Settings settings)
        : this(workload, settings) => Factors = [("variant", name)];

    /// <summary>Its name in tables, charts and folders, from its factors: <c>3 layers</c>, <c>standard, drop 0.5</c>.</summary>
    public string Name => Factors.Name;

    /// <summary>Its factors, in the order in which the recipe gives them.</summary>
    public Factors Factors { get; init; } = [];

    /// <summary>What is measured beside what the settings ask for: measurements of the recipe's own.</summary>
    public IReadOnlyList<IProbe> Probes { get; init; } = [];

    /// <summary>Gives the variant a level of a factor.</summary>
    /// <param name="factor">The factor, a noun that also reads as an axis label: <c>layers</c>, <c>drop</c>.</param>
    public Level this[string factor]
    {
        init => Factors = [.. Factors, (factor, value)];
    }
}
