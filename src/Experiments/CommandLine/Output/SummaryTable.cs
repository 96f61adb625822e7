namespace Experiments.CommandLine.Output;

/// <summary>A column of a table of variants.</summary>
internal sealed record SummaryColumn(string Header, Func<VariantSummary, string> Text)
{
    public static readonly SummaryColumn BestValidation =
        new("best validation", variant => Percent(variant.BestValidationAccuracy));

    public static readonly SummaryColumn LastValidation =
        new("last validation", variant => Percent(variant.LastValidationAccuracy));

    public static readonly SummaryColumn Test = new("test", variant => Percent(variant.TestAccuracy));

    public static readonly SummaryColumn FirstGradient = new("first ‖∂C/∂b‖", variant => Gradient(variant.FirstLayerBiasGradient));

    public static readonly SummaryColumn LastGradient =
        new("last hidden ‖∂C/∂b‖", variant => Gradient(variant.LastHiddenLayerBiasGradient));

    public static readonly SummaryColumn Time = new("time per seed", variant =>
        variant.SecondsPerSeed is { } seconds ? NumberText.Time(TimeSpan.FromSeconds(seconds)) : NumberText.Unknown);

    private static string Percent(Interval? mean) => mean is { } known ? NumberText.Percent(known) : NumberText.Unknown;

    private static string Gradient(Interval? norm) => norm is { } known ? NumberText.Of(known.Estimate) : NumberText.Unknown;
}

/// <summary>What the variants of a recipe came to, as a table.</summary>
internal static class SummaryTable
{
    /// <summary>The table of those columns in which there is something, after the variants, headed by a title, and their seeds.</summary>
    public static TextTable Of(string title, ResultTable results, params IReadOnlyList<SummaryColumn> columns)
    {
        var variants = VariantSummary.Of(results);
        List<SummaryColumn> known = [.. columns.Where(column => variants.Any(variant => column.Text(variant) != NumberText.Unknown))];
        var table = new TextTable([title, "seeds", .. known.Select(column => column.Header)]);
        foreach (var variant in variants)
        {
            table.Add([variant.Variant, $"{variant.Seeds}", .. known.Select(column => column.Text(variant))]);
        }

        return table;
    }
}
