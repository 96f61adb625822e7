using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Microsoft.Data.Analysis;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>table</c>: a recipe's results as numbers: a summary for people, every row for programs.</summary>
internal static class TableVerb
{
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
            });
        }
        else if (csv || !context.OutIsForPeople)
        {
            WriteCsv(context.Out, results);
        }
        else
        {
            WriteSummary(context, results);
        }

        return StoredResults.ExitCodeOf(results);
    }

    private static void WriteCsv(TextWriter output, ResultTable results)
    {
        using var memory = new MemoryStream();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        DataFrame.SaveCsv(results.ToFrame(), memory, encoding: utf8, cultureInfo: CultureInfo.InvariantCulture);
        output.Write(utf8.GetString(memory.ToArray()).ReplaceLineEndings("\n"));
    }

    private static void WriteSummary(CommandContext context, ResultTable results)
    {
        var (first, last) = (SummaryColumn.FirstGradient, SummaryColumn.LastGradient);
        SummaryTable.Of(
            "variant", results, SummaryColumn.BestValidation, SummaryColumn.LastValidation, SummaryColumn.Test, first, last)
            .Write(context.Out, context.Color);
        context.Out.WriteLine();
        context.Out.WriteLine(
            $"{results.DataSet}{(results.Quick ? ", quick run" : "")}. Accuracy: mean over seeds ± 95 % interval. ‖∂C/∂b‖: "
                + "geometric mean before training.");
    }
}
