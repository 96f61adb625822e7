namespace Experiments.CommandLine.Output;

/// <summary>A column of a table of variants.</summary>
internal sealed record SummaryColumn(string Header, Func<VariantSummary, string> Text)
{
    public static readonly SummaryColumn BestValidation =
        new("best validation", variant => Percent(variant.BestValidationAccuracy));

    public static readonly SummaryColumn BestValidationEpoch = new("at epoch", variant => Epochs(variant, variant.BestValidationEpoch));

    public static readonly SummaryColumn LastValidation =
        new("last validation", variant => Percent(variant.LastValidationAccuracy));

    public static readonly SummaryColumn Test = new("last test", variant => Percent(variant.TestAccuracy));

    public static readonly SummaryColumn LastEpoch = new("last epoch", variant => Epochs(variant, variant.LastEpoch));

    public static readonly SummaryColumn RestoredTest = new("restored test", variant => Percent(variant.RestoredTestAccuracy));

    public static readonly SummaryColumn BestCheck = new("from epoch", variant => Epochs(variant, variant.BestCheckEpoch));

    public static readonly SummaryColumn Stopped = new("stopped at epoch", variant => Epochs(variant, variant.StoppedEpoch));

    public static readonly SummaryColumn Time = new("time per seed", variant =>
        variant.SecondsPerSeed is { } seconds ? NumberText.Time(TimeSpan.FromSeconds(seconds)) : NumberText.Unknown);

    public static readonly SummaryColumn BiasGradient = new("‖∂C/∂b‖", variant =>
        variant is { FirstLayerBiasGradient: { } first, LastHiddenLayerBiasGradient: { } last }
            ? $"{NumberText.Of(first.Estimate)} → {NumberText.Of(last.Estimate)}" : NumberText.Unknown);

    private static readonly SummaryColumn Diverged = new("diverged", variant => variant.Diverged is { } seeds
        ? $"{seeds.Seeds.Count} of {variant.Seeds} (epoch {seeds})" : NumberText.Unknown);

    /// <summary>What every table of variants has, whatever else it shows.</summary>
    public static IReadOnlyList<SummaryColumn> Always => [new("seeds", variant => $"{variant.Seeds}"), Diverged];

    /// <summary>A metric beside loss, accuracy and gradients; by layer, the first and the last layer at the first epoch.</summary>
    public static SummaryColumn Other(string metric, string split) => new($"{split} {metric}".TrimStart(), variant =>
        variant.OtherMetrics.Where(other => other.Metric == metric && other.Split == split).ToList() switch
        {
            [] => NumberText.Unknown,
            [{ Layer: not null } first, .. var later] => $"{NumberText.Of(first.FirstMean)} → "
                + $"{NumberText.Of(later.LastOrDefault(first).FirstMean)}",
            [var whole, ..] => Number(whole.Least) is var least && Number(whole.Greatest) is var greatest && least == greatest
                ? least : $"{least} to {greatest}",
        });

    private static string Number(double value) => double.IsInteger(value) ? NumberText.Concise(value) : NumberText.Of(value);

    // Where only some of the seeds have the epoch, such as that at which they stopped, it says how many.
    private static string Epochs(VariantSummary variant, EpochRange? epochs) =>
        epochs is null ? NumberText.Unknown
        : epochs.Seeds.Count == variant.Seeds ? $"{epochs}" : $"{epochs} ({epochs.Seeds.Count} of {variant.Seeds})";

    private static string Percent(Interval? mean) => mean is { } known ? NumberText.Percent(known) : NumberText.Unknown;
}

/// <summary>What the variants of a recipe came to, as tables.</summary>
internal static class SummaryTable
{
    /// <summary>What the numbers in a table of accuracies mean.</summary>
    public static string AccuracyNote(ResultTable results)
    {
        var variants = VariantSummary.Of(results);
        return "Accuracy: mean over seeds ± 95 % interval. Epochs: from-to, over seeds."
            + (variants.Any(variant => variant.RestoredTestAccuracy is not null)
                ? " Restored: with the weights of early stopping's best check." : "")
            + (variants.Any(variant => variant.Diverged is not null)
                ? " A seed that diverged counts with the numbers of its last epoch." : "");
    }

    /// <summary>What the numbers in <see cref="Others"/> mean.</summary>
    public const string OthersNote = "a → b: first and last hidden layer before training (epoch 0), mean over seeds. "
        + "a to b: least and greatest over all seeds and epochs.";

    /// <summary>Accuracies with their epochs, of the variants that have any; columns in which there is nothing are left out.</summary>
    public static TextTable Accuracies(ResultTable results) => Of(
        "variant", [.. VariantSummary.Of(results).Where(variant => variant.LastEpoch is not null)],
        [
            SummaryColumn.BestValidation, SummaryColumn.BestValidationEpoch, SummaryColumn.LastValidation, SummaryColumn.Test,
            SummaryColumn.LastEpoch, SummaryColumn.RestoredTest, SummaryColumn.BestCheck, SummaryColumn.Stopped,
        ]);

    /// <summary>What a run says at its end of all variants: the most important accuracies, or else what was measured.</summary>
    public static IReadOnlyList<TextTable> OfRun(ResultTable results) =>
        Accuracies(results).Count == 0 ? Others(results)
        : [Of(
            results.Recipe, VariantSummary.Of(results),
            [
                SummaryColumn.BestValidation, SummaryColumn.BestValidationEpoch, SummaryColumn.Test, SummaryColumn.LastEpoch,
                SummaryColumn.RestoredTest, SummaryColumn.BestCheck, SummaryColumn.Time,
            ])];

    /// <summary>What was measured beside accuracies: a table for all variants that measured the same.</summary>
    public static IReadOnlyList<TextTable> Others(ResultTable results)
    {
        var variants = VariantSummary.Of(results);
        List<SummaryColumn> columns =
        [
            SummaryColumn.BiasGradient,
            .. variants.SelectMany(variant => variant.OtherMetrics).Select(other => (other.Metric, other.Split)).Distinct()
                .Select(form => SummaryColumn.Other(form.Metric, form.Split)),
        ];
        return
        [
            .. from variant in variants
               let own = columns.Where(column => column.Text(variant) != NumberText.Unknown).ToList()
               where own.Count > 0
               group variant by string.Join('\n', own.Select(column => column.Header)) into same
               select Of("variant", [.. same], columns),
        ];
    }

    private static TextTable Of(string title, IReadOnlyList<VariantSummary> variants, IReadOnlyList<SummaryColumn> columns)
    {
        var known = SummaryColumn.Always.Concat(columns)
            .Where(column => variants.Any(variant => column.Text(variant) != NumberText.Unknown)).ToList();
        var table = new TextTable([title, .. known.Select(column => column.Header)]);
        foreach (var variant in variants)
        {
            string[] cells = [variant.Variant, .. known.Select(column => column.Text(variant))];
            if (variant.Diverged is null)
            {
                table.Add(cells);
            }
            else
            {
                table.Add(Spectre.Console.Color.Maroon, cells);
            }
        }

        return table;
    }
}
