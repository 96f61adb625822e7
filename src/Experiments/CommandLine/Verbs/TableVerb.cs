using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>table</c>: a recipe's results as numbers: a summary for people, every row for programs.</summary>
internal static class TableVerb
{
    private const int VariantsAtOnce = 64;

    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var csv = new Option<bool>("--csv") { Description = "Print all rows as CSV, as in a pipe or a file" };
        return StudyOptions.Verb(
            "table", "Print results: a summary on a terminal, all rows as CSV in a pipe or a file.",
            (parsed, request) => Run(open(parsed), request, parsed.GetValue(csv)), csv);
    }

    private static int Run(CommandContext context, StudyRequest request, bool csv)
    {
        if (csv && context.Json)
        {
            context.Mistakes.Add("Choose one of --json and --csv.");
        }

        var recipe = Catalog.Only(context, request.Names, "table");
        var results = StoredResults.Read(context, recipe, request);
        var asCsv = csv || (!context.Json && !context.OutIsForPeople);
        var tables = asCsv ? new([], Failed: false) : RecipeTables.Of(context, recipe, results);
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new
            {
                results.Recipe,
                results.DataSet,
                results.Synthetic,
                results.Quick,
                results.Hash,
                Missing = results.Gaps,
                Variants = VariantSummary.Of(results),
                Tables = tables.All,
            });
        }
        else if (asCsv)
        {
            WriteCsv(context.Out, results);
        }
        else
        {
            WriteSummary(context, results);
            tables.Write(context.Out, context.Color);
        }

        return tables.Failed ? ExitCode.Failed : StoredResults.ExitCodeOf(results);
    }

    /// <summary>Writes all rows; not by DataFrame.SaveCsv, which prints 17 digits of numbers of which cells hold nine.</summary>
    internal static void WriteCsv(TextWriter output, ResultTable results)
    {
        output.WriteLine("variant,seed,epoch,step,split,metric,layer,value");
        foreach (var several in results.Variants.Distinct().Chunk(VariantsAtOnce))
        {
            foreach (var text in ParallelReading.Of(several, variant => CsvOf(variant, results.RowsOf(variant))))
            {
                output.Write(text);
            }
        }
    }

    private static StringBuilder CsvOf(string variant, IReadOnlyList<SeedRow> rows)
    {
        var (text, field) = (new StringBuilder(), Field(variant));
        foreach (var (seed, row) in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{field},{seed},{row.Epoch},{row.Step},{row.Split},{row.Metric},{row.Layer},{Cell.Digits(row.Value)}\n");
        }

        return text;
    }

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void WriteSummary(CommandContext context, ResultTable results)
    {
        context.Out.WriteLine($"{results.Recipe} on {results.DataSet}{(results.Quick ? ", quick run" : "")}");
        if (SummaryTable.Accuracies(results) is { Count: > 0 } accuracies)
        {
            context.Out.WriteLine();
            accuracies.Write(context.Out, context.Color);
            context.Out.WriteLine(SummaryTable.AccuracyNote(results));
        }

        var others = SummaryTable.Others(results);
        foreach (var table in others)
        {
            context.Out.WriteLine();
            table.Write(context.Out, context.Color);
        }

        if (others.Count > 0)
        {
            context.Out.WriteLine(SummaryTable.OthersNote);
        }
    }
}
