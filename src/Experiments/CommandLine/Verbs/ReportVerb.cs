using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>report</c>: questions, charts, numbers and verdicts of all recipes that have results, as one Markdown document.</summary>
internal static class ReportVerb
{
    public static Command Create(Func<ParseResult, Session> open)
    {
        var options = new StudyOptions();
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "Where the document goes; standard output if not said" };
        var command = new Command("report", "All recipes that have results, or those named, as one Markdown document: question, charts, numbers, verdicts. Draws the charts anew.");
        options.AddTo(command);
        command.Options.Add(file);
        command.SetAction(parsed => Run(open(parsed), options.Read(parsed), parsed.GetValue(file)));
        return command;
    }

    private static int Run(Session session, Wish wish, string? file)
    {
        UsageException.ThrowIfAny(session.Json ? ["'report' writes Markdown; for JSON take 'verify --all --json' and 'table NAME --json'."] : []);
        UsageException.ThrowIfAny([.. Places.FileMistakes("--out", file, session.Terminal)]);
        var verified = AllVerified.Of(session, wish);
        var folder = session.Terminal.CurrentFolder;
        using var document = new StringWriter { NewLine = "\n" };
        if (file is not null)
        {
            file = Path.GetFullPath(file, folder);
            folder = Path.GetDirectoryName(file)!;
        }

        document.WriteLine("# Experiments: what the books say, and what these runs say");
        foreach (var one in verified)
        {
            WriteRecipe(session, document, one, folder);
        }

        Save(session, document.ToString(), file);
        return StoredResults.ExitCodeOf(verified.Select(one => one.Results));
    }

    private static void WriteRecipe(Session session, StringWriter document, Verified verified, string folder)
    {
        var (recipe, results) = (verified.Recipe, verified.Results);
        document.WriteLine();
        document.WriteLine($"## {recipe.Name}: {recipe.Question}");
        document.WriteLine();
        document.WriteLine($"Source: {recipe.Source}. {verified.Basis}, results {results.Hash}.");
        document.WriteLine();
        if (results.Gaps.Count > 0)
        {
            document.WriteLine($"**Incomplete.** Missing: {string.Join("; ", results.Gaps)}.");
            document.WriteLine();
        }

        WriteNumbers(document, verified);
        var paths = ChartFiles.Draw(session, recipe, results);
        foreach (var chart in recipe.Charts(results))
        {
            if (paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == chart.Name) is { } path)
            {
                document.WriteLine();
                document.WriteLine($"![{chart.Title}]({Link(folder, path)})");
            }
        }

        if (verified.Judgements.Count > 0)
        {
            document.WriteLine();
            ClaimTable.WriteMarkdown(document, verified);
        }
    }

    private static void WriteNumbers(StringWriter document, Verified verified)
    {
        document.WriteLine("| variant | seeds | best validation | at the end | test |");
        document.WriteLine("|---|---|---|---|---|");
        foreach (var one in VariantSummary.Of(verified.Results))
        {
            document.WriteLine($"| {one.Variant} | {one.Seeds} | {Formats.Percent(one.BestValidation)} | {Formats.Percent(one.LastValidation)} | {Formats.Percent(one.Test)} |");
        }

        document.WriteLine();
        document.WriteLine("Accuracy is the mean over seeds ± its 95 % interval.");
    }

    // Relative to the document, with forward slashes, and with blanks as links take them.
    private static string Link(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/').Replace(" ", "%20");

    private static void Save(Session session, string text, string? file)
    {
        if (file is null)
        {
            session.Out.Write(text);
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            session.Say($"the report is in {session.Terminal.Shorten(file)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"The report cannot be written to {file}: {problem.Message} Choose another file with --out.");
        }
    }
}
