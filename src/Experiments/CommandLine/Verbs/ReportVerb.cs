using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>report</c>: questions, charts, numbers and verdicts of all recipes that have results, as one Markdown document.</summary>
internal static class ReportVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var options = new StudyOptions();
        var file = ValueOption.Text("--out", "FILE", "File to write (default: standard output)");
        var command = new Command(
            "report", "Write a Markdown report of all recipes that have results, or of those named: question, charts, numbers, verdicts.");
        options.AddTo(command);
        command.Options.Add(file);
        command.SetAction(parsed => Run(open(parsed), options.Read(parsed), parsed.ValueOf(file)));
        return command;
    }

    private static int Run(CommandContext context, StudyRequest request, string? file)
    {
        if (context.Json)
        {
            context.Mistakes.Add("'report' writes Markdown. For JSON use 'verify --all --json' and 'table NAME --json'.");
        }

        if (file is not null && PathValidation.FileMistake("--out", file, context.Terminal) is { } mistake)
        {
            context.Mistakes.Add(mistake);
        }

        var reports = ClaimReport.All(context, request);
        var folder = context.Terminal.CurrentFolder;
        using var document = new StringWriter { NewLine = "\n" };
        if (file is not null)
        {
            file = Path.GetFullPath(file, folder);
            folder = Path.GetDirectoryName(file)!;
        }

        document.WriteLine("# Experiments: textbook claims and measured results");
        foreach (var report in reports)
        {
            WriteRecipe(context, document, report, folder);
        }

        Save(context, document.ToString(), file);
        return StoredResults.ExitCodeOf(reports.Select(report => report.Results));
    }

    private static void WriteRecipe(CommandContext context, StringWriter document, ClaimReport report, string folder)
    {
        var (recipe, results) = (report.Recipe, report.Results);
        document.WriteLine();
        document.WriteLine($"## {recipe.Name}: {recipe.Question}");
        document.WriteLine();
        document.WriteLine($"Source: {recipe.Source}. {report.Basis}, results {results.Hash}.");
        document.WriteLine();
        if (results.Gaps.Count > 0)
        {
            document.WriteLine($"**Incomplete.** Missing: {string.Join("; ", results.Gaps)}.");
            document.WriteLine();
        }

        WriteNumbers(document, report);
        var paths = ChartFiles.Draw(context, recipe, results);
        foreach (var chart in recipe.Charts(results))
        {
            if (paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == chart.Name) is { } path)
            {
                document.WriteLine();
                document.WriteLine($"![{chart.Title}]({Link(folder, path)})");
            }
        }

        if (report.ClaimResults.Count > 0)
        {
            document.WriteLine();
            ClaimTable.WriteMarkdown(document, report);
        }
    }

    private static void WriteNumbers(StringWriter document, ClaimReport report)
    {
        document.WriteLine("| variant | seeds | best validation | at the end | test |");
        document.WriteLine("|---|---|---|---|---|");
        foreach (var variant in VariantSummary.Of(report.Results))
        {
            document.WriteLine(
                $"| {variant.Variant} | {variant.Seeds} | {NumberText.Percent(variant.BestValidationAccuracy)} | "
                    + $"{NumberText.Percent(variant.LastValidationAccuracy)} | "
                + $"{NumberText.Percent(variant.TestAccuracy)} |");
        }

        document.WriteLine();
        document.WriteLine("Accuracy is the mean over seeds ± its 95 % interval.");
    }

    // Relative to the document, with forward slashes, and with blanks as links take them.
    private static string Link(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/').Replace(" ", "%20");

    private static void Save(CommandContext context, string text, string? file)
    {
        if (file is null)
        {
            context.Out.Write(text);
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            context.Info($"the report is in {context.Terminal.Shorten(file)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"The report cannot be written to {file}: {problem.Message} Choose another file with --out.");
        }
    }
}
