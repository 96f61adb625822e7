namespace Experiments.Charts;

/// <summary>
/// By how much two numbers of every seed differ, a row for each variant: a dot for each seed's difference and their mean with its 95 %
/// interval, paired by seed, beside a line where there is no difference. A difference is always the second number minus the first: the
/// first is what one starts from.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Label">The difference as it stands at the axis.</param>
/// <param name="First">What one starts from, with its label.</param>
/// <param name="Second">What is compared with it, with its label.</param>
public sealed record PairedDifference(
    string Name, string Title, string Label, (string Label, Func<VariantResults, SeedValues> Of) First,
    (string Label, Func<VariantResults, SeedValues> Of) Second)
    : Chart(Name, Title)
{
    /// <summary>What the second number is where the difference is below and above 0, such as <c>worse</c> and <c>better</c>.</summary>
    public (string Below, string Above) Directions { get; init; } = ("lower", "higher");

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var label = $"← {Directions.Below}     {Label}     {Directions.Above} →";
        var rows = new DotPlot(Name, Title, label, Difference)
        {
            Panels = Panels, Lines = Lines, Where = Where, Reference = (0, "no difference"), WithSign = true,
        };
        var differences = Ungrouped(results).Select(line => Difference(line.Variant)).Where(difference => difference.BySeed.Count > 0);
        return rows.Draw(results) is { Panels.Count: > 0 } figure
            ? figure with { Caption = CaptionOf(results, [.. differences]) }
            : Figure.None;
    }

    private SeedValues Difference(VariantResults variant) => Second.Of(variant) - First.Of(variant);

    private string CaptionOf(ResultTable results, List<SeedValues> differences)
    {
        var means = differences.ConvertAll(difference => difference.Mean);
        var lower = means.Count(mean => mean is { Count: > 1, High: < 0 });
        var higher = means.Count(mean => mean is { Count: > 1, Low: > 0 });
        var seen = lower == means.Count ? $"{Directions.Below} in all {lower} rows{Sizes(differences)}"
            : higher == means.Count ? $"{Directions.Above} in all {higher} rows{Sizes(differences)}"
            : $"{Directions.Below} in {lower} of {means.Count} rows, {Directions.Above} in {higher}, undecided in the others";
        return results.Seeds.Count < 2 ? CaptionText.Lines(results)
            : $"{char.ToUpperInvariant(seen[0])}{seen[1..]}: {Second.Label} minus {First.Label}. Large dots are means over "
                + $"{results.Seeds.Count} seeds, paired by seed, bars 95 % intervals.";
    }

    private static string Sizes(List<SeedValues> differences)
    {
        var sizes = differences.Select(difference => Math.Abs(difference.Mean.Estimate)).Order().ToList();
        var format = $"F{Math.Clamp(1 - (int)Math.Floor(Math.Log10(sizes[^1])), 0, 6)}";
        var texts = new[] { sizes[0], sizes[^1] }.Select(size => size.ToString(format, CultureInfo.InvariantCulture)).Distinct();
        return $", by {string.Join(" to ", texts)} {differences[0].Unit}".TrimEnd();
    }
}
