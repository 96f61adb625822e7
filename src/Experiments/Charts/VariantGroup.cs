namespace Experiments.Charts;

/// <summary>A variant in a panel that compares some.</summary>
/// <param name="Label">What it is called in the legend: what sets it apart within its panel.</param>
/// <param name="Variant">The variant's name.</param>
public sealed record LabelledVariant(string Label, string Variant);

/// <summary>Variants that share a panel. Equal labels have the same colour in every panel of a figure.</summary>
/// <param name="Title">What they have in common, over the panel.</param>
/// <param name="Members">The variants.</param>
public sealed record VariantGroup(string Title, IReadOnlyList<LabelledVariant> Members)
{
    /// <summary>The groups with those members that are among the variants shown; without groups, all variants in one panel.</summary>
    internal static IReadOnlyList<VariantGroup> Present(IReadOnlyList<VariantGroup> groups, IReadOnlyList<string> shown) => groups.Count == 0
        ? [new("", [.. shown.Select(variant => new LabelledVariant(variant, variant))])]
        : [.. groups.Select(group => group with { Members = [.. group.Members.Where(member => shown.Contains(member.Variant))] }).Where(group => group.Members.Count > 0)];

    /// <summary>All labels in the order in which they get their colours.</summary>
    internal static IReadOnlyList<string> Labels(IEnumerable<VariantGroup> groups) =>
        [.. groups.SelectMany(group => group.Members).Select(member => member.Label).Distinct()];
}
