using System.Text.Json;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Reports;
using Experiments.Reports.Live;

namespace Experiments.CommandLine.Verbs;

/// <summary>
/// The report page of a results folder in which runs go on. It looks at the folder again and again and writes nothing: runs under way say
/// themselves how far they are, and a recipe's section is made anew when its cells have changed.
/// </summary>
/// <param name="context">The call.</param>
/// <param name="request">What the user asked for; where that is nothing but names, the page shows the settings that runs have.</param>
/// <param name="recipes">The recipes.</param>
internal sealed class LivePage(CommandContext context, StudyRequest request, IEnumerable<Recipe> recipes) : ILivePage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(2); // between two makings of a section
    private const int PauseOverCost = 9; // so that making sections takes a tenth of a processor at most from the training

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 };

    private readonly Lock gate = new();
    private readonly CommandContext silent = context with { Terminal = context.Terminal.Silent() };
    private readonly bool followsRuns = request.Words("").Count == 1;
    private readonly List<RecipeSection> sections = [.. recipes.Select(recipe => new RecipeSection(recipe) { Request = request })];
    private readonly HashSet<string> said = [];
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public string Page { get; } = PageOf();

    /// <inheritdoc/>
    public string State { get; private set; } = "";

    /// <inheritdoc/>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return change.Task;
            }
        }
    }

    /// <inheritdoc/>
    public string Frame
    {
        get
        {
            using var text = new StringWriter { NewLine = "\n" };
            ReportPage.WriteFrame(text, [.. sections.Select(section => section.Report).OfType<RecipeReport>()]);
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public string? Section(string recipe) => sections.Find(section => section.Recipe.Name == recipe)?.Html;

    /// <summary>Looks until it is to stop.</summary>
    public void Follow(CancellationToken stop)
    {
        do
        {
            Look(stop);
        }
        while (!stop.WaitHandle.WaitOne(Pause));
    }

    /// <summary>Looks once.</summary>
    public void Look(CancellationToken stop)
    {
        var runs = RunUnderWay.In(context.ResultsFolder);
        Tell(runs); // at once: sections may take their time
        foreach (var section in sections)
        {
            if (followsRuns && runs.LastOrDefault(run => run.Recipe == section.Recipe.Name) is { } run
                && StudyOptions.Read(run.Words) is { } asked)
            {
                section.Request = asked with { Seeds = null, Variants = [] };
            }

            var mark = MarkOf(section);
            var isQuiet = runs.All(run => run.SilentFor is not null); // no training is disturbed
            var pause = isQuiet && section.LeastPause > LeastPause ? LeastPause : section.LeastPause;
            if (mark != section.Mark && section.Pause.Elapsed >= pause && !stop.IsCancellationRequested)
            {
                Make(section);
                section.Mark = mark;
                Tell(runs);
            }
        }
    }

    private void Tell(IReadOnlyList<RunUnderWay> runs)
    {
        var state = new LiveState(
            context.Terminal.Shorten(context.ResultsFolder), runs,
            [.. from section in sections where section.Html is not null select new RecipeVersion(section.Recipe.Name, section.Version)]);
        var text = JsonSerializer.Serialize(state, LiveJson.Default.LiveState);
        lock (gate)
        {
            if (text != State)
            {
                State = text;
                change.SetResult();
                change = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    // Changes when a cell or a record of the recipe does, or what is asked for.
    private string MarkOf(RecipeSection section)
    {
        try
        {
            var folder = new DirectoryInfo(Path.Combine(context.ResultsFolder, section.Recipe.Name));
            var files = folder.Exists ? folder.EnumerateFiles("*", Below) : [];
            var marks = files.Where(file => file.Extension == ".csv" || file.Name == "settings.json")
                .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal);
            return ResultKey.Digest(string.Join('\n', section.Request.Words(section.Recipe.Name).Concat(marks)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ""; // something was removed just now
        }
    }

    private void Make(RecipeSection section)
    {
        var clock = Stopwatch.StartNew();
        var made = Made(section.Recipe, section.Request);
        if (made is null && followsRuns)
        {
            made = Made(section.Recipe, section.Request with { Quick = true }); // of a run so quick that nobody saw it go on
        }

        silent.Mistakes.Clear();
        (section.Report, section.Html) = made is var (report, html) ? (report, html) : (null, null);
        section.Version = section.Html is { } text ? ResultKey.Digest(text)[..10] : "";
        section.LeastPause = clock.Elapsed * PauseOverCost > LeastPause ? clock.Elapsed * PauseOverCost : LeastPause;
        section.Pause.Restart();
    }

    // A recipe's report with its section; null if it has no such results yet, or no more.
    private (RecipeReport Report, string Html)? Made(Recipe recipe, StudyRequest asked)
    {
        try
        {
            using var text = new StringWriter { NewLine = "\n" };
            var report = RecipePage.Of(silent, asked, StoredResults.Report(silent, recipe, asked), Say);
            ReportPage.WriteSection(text, report, Say);
            return (report, text.ToString());
        }
        catch (FailureException)
        {
            return null;
        }
        catch (Exception problem)
        {
            Say($"{recipe.Name} cannot be shown.", problem);
            return null;
        }
    }

    private void Say(string what, Exception problem)
    {
        if (said.Add(what))
        {
            context.Warn($"{what} {RecipeException.Words(problem)}");
            context.Trace(problem);
        }
    }

    // Empty but for the script that fills it.
    private static string PageOf()
    {
        var css = JsonSerializer.Serialize(ReportPage.Resource("Live.Page.live.css"), LiveJson.Default.String);
        using var text = new StringWriter { NewLine = "\n" };
        ReportPage.Write(text, [], script: $"\nconst liveStyle = {css};\n{ReportPage.Resource("Live.Page.live.js")}");
        return text.ToString();
    }

    private sealed class RecipeSection(Recipe recipe)
    {
        public Recipe Recipe { get; } = recipe;

        public required StudyRequest Request { get; set; }

        public string Mark { get; set; } = "";

        public RecipeReport? Report { get; set; }

        public string? Html { get; set; }

        public string Version { get; set; } = "";

        public Stopwatch Pause { get; } = Stopwatch.StartNew();

        public TimeSpan LeastPause { get; set; } = TimeSpan.Zero;
    }
}
