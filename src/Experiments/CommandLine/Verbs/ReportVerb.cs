using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>
/// <c>report</c>: questions, charts, numbers and verdicts of all recipes that have results, as one Markdown document or one HTML page.
/// </summary>
internal static class ReportVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var file = ValueOption.Text(
            "--out", "FILE", "File to write: .html for an interactive page, else Markdown (default: standard output)");
        var tensorBoard = ValueOption.Text(
            "--tensorboard", "DIR", "Write event files for TensorBoard to this directory instead, or with --out as well");
        var serve = new Option<bool>("--serve")
        {
            Description = "Show the page in a browser instead, on this machine alone, and follow runs while they go on",
        };
        var port = ValueOption.Count("--port", "Port of --serve (default: 8765, or any that is free)", greatest: 65_535);
        return StudyOptions.Verb(
            "report", "Write a report of all recipes that have results, or of those named: question, charts, numbers, verdicts.",
            (parsed, request) => parsed.GetValue(serve) || parsed.ValueOf(port) is not null
                ? LiveReport.Serve(open(parsed), request, parsed.GetValue(serve), parsed.ValueOf(port), [file, tensorBoard])
                : Run(open(parsed), request, parsed.ValueOf(file), parsed.ValueOf(tensorBoard)),
            file, tensorBoard, serve, port);
    }

    private static int Run(CommandContext context, StudyRequest request, string? file, string? tensorBoard)
    {
        if (context.Json)
        {
            context.Mistakes.Add("'report' writes Markdown or HTML. For JSON use 'verify --all --json' and 'table NAME --json'.");
        }

        if (file is not null && PathValidation.FileMistake("--out", file, context.Terminal) is { } mistake)
        {
            context.Mistakes.Add(mistake);
        }

        var events = EventFiles.In(context, tensorBoard);
        var recipes = request.Names.Count > 0 ? context.Catalog.FindAll(request.Names, context.Mistakes) : context.Catalog.Recipes;
        context.Checked();
        var reports = StoredResults.Reports(context, recipes, request);
        events?.Write(reports.Select(report => report.Results));
        if (events is not null && file is null)
        {
            return StoredResults.ExitCodeOf(reports.Select(report => report.Results));
        }

        var path = file is null ? null : Path.GetFullPath(file, context.Terminal.CurrentFolder);
        using var document = new StringWriter { NewLine = "\n" };
        if (IsPage(path))
        {
            var isComplete = RecipePage.Write(context, request, document, reports);
            Save(context, document.ToString(), path);
            return isComplete ? StoredResults.ExitCodeOf(reports.Select(report => report.Results)) : ExitCode.Failed;
        }

        document.WriteLine("# Experiments: textbook claims and measured results");
        var folder = Path.GetDirectoryName(path) ?? context.Terminal.CurrentFolder;
        var isWhole = true;
        foreach (var report in reports)
        {
            isWhole &= WriteRecipe(context, request, document, report, folder);
        }

        Save(context, document.ToString(), path);
        return isWhole ? StoredResults.ExitCodeOf(reports.Select(report => report.Results)) : ExitCode.Failed;
    }

    private static bool IsPage(string? path) => Path.GetExtension(path)?.ToUpperInvariant() is ".HTML" or ".HTM";

    // Whether all of its charts could be drawn, its tables be computed, and all of its claims be tested.
    private static bool WriteRecipe(
        CommandContext context, StudyRequest request, StringWriter document, ClaimReport report, string folder)
    {
        var (recipe, results) = (report.Recipe, report.Results);
        document.WriteLine($"\n## {recipe.Name}: {Markdown.Escape(recipe.Question)}\n");
        document.WriteLine(Markdown.Escape($"Source: {recipe.Source}. {report.Basis}, results {results.Hash}.") + "\n");
        if (results.Gaps.Count > 0)
        {
            document.WriteLine($"**Incomplete.** Missing: {Markdown.Escape(string.Join("; ", results.Gaps))}.\n");
        }

        if (SummaryTable.Accuracies(results) is { Count: > 0 } accuracies)
        {
            accuracies.WriteMarkdown(document);
            document.WriteLine($"\n{SummaryTable.AccuracyNote(results)}");
        }

        var others = SummaryTable.Others(results);
        foreach (var table in others)
        {
            document.WriteLine();
            table.WriteMarkdown(document);
        }

        if (others.Count > 0)
        {
            document.WriteLine($"\n{SummaryTable.OthersNote}");
        }

        var charts = ChartFiles.Draw(context, request, report);
        foreach (var (chart, paths) in charts.Drawn.Where(chart => chart.Paths.Count > 0))
        {
            document.WriteLine($"\n![{Markdown.Escape(chart.Title)}]({Markdown.Link(folder, paths[0])})");
        }

        var tables = RecipeTables.Of(context, recipe, results);
        tables.WriteMarkdown(document);
        if (report.Claims.Count > 0)
        {
            document.WriteLine();
            ClaimTable.WriteMarkdown(report, document);
        }

        return !charts.AnyFailed && !tables.Failed && !report.Problems.Any();
    }

    private static void Save(CommandContext context, string text, string? path)
    {
        if (path is null)
        {
            context.Out.Write(text);
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            context.Info($"the report is in {context.Terminal.Shorten(path)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"The report cannot be written to {path}: {problem.Message} Choose another file with --out.");
        }
    }
}
