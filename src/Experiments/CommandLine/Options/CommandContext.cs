using System.CommandLine;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Options;

/// <summary>One run of the program: what it talks to, its recipes, and what the options that every verb has say.</summary>
internal sealed record CommandContext(
    Terminal Terminal, Catalog Catalog, Interrupt Interrupt, IReadOnlyList<string> Arguments, GlobalOptions Options, ParseResult Parsed)
{
    /// <summary>The folder that everything lies below if nothing else is said.</summary>
    public string Root => Terminal.Variable("EXPERIMENTS_ROOT") is { Length: > 0 } folder ? folder : Terminal.CurrentFolder;

    /// <summary>Where cells are and go.</summary>
    public string ResultsFolder => Folder(Options.Results) ?? Path.Combine(Root, "data", "results");

    /// <summary>Where charts go, a folder per recipe.</summary>
    public string PlotsFolder => Folder(Options.Plots) ?? Path.Combine(Root, "plots");

    /// <summary>The options that named these folders, for commands to be typed next.</summary>
    public IReadOnlyList<string> FolderOptions =>
    [
        .. new[] { Options.Results, Options.Plots }
            .SelectMany(option => Parsed.ValueOf(option) is { } path ? [option.Name, path] : (string[])[]),
    ];

    /// <summary>Kinds of image files to write.</summary>
    public IReadOnlyList<string> ImageFormats => GlobalOptions.SplitFormats(Parsed.ValueOf(Options.Format) ?? "png,svg");

    /// <summary>Results as JSON.</summary>
    public bool Json => Parsed.GetValue(Options.Json);

    /// <summary>Whether colours may be used where a person reads.</summary>
    public bool AllowsColor =>
        !Parsed.GetValue(Options.NoColor) && string.IsNullOrEmpty(Terminal.Variable("NO_COLOR")) && Terminal.Variable("TERM") != "dumb";

    /// <summary>Colours and bold text in results.</summary>
    public bool Color => AllowsColor && Terminal.OutIsTerminal;

    /// <summary>
    /// Columns that a table may take on a terminal; null in a pipe or a file, where lines are as long as they have to be.
    /// </summary>
    public int? Width => Terminal.OutIsTerminal ? Terminal.Width : null;

    /// <summary>No messages but errors.</summary>
    public bool Quiet => Parsed.GetValue(Options.Quiet);

    /// <summary>Stack traces.</summary>
    public bool Verbose => Parsed.GetValue(Options.Verbose);

    /// <summary>What is wrong with the command line so far, one line each; verbs add what they find.</summary>
    public List<string> Mistakes { get; } = [.. Parsed.Errors.Select(error => error.Message)];

    /// <summary>The cells.</summary>
    public ResultStore Store => new(ResultsFolder);

    /// <summary>Where data may lie.</summary>
    public DataFolders DataFolders => new(
        Path.Combine(Root, "data"), Said("EXPERIMENTS_DATA") is { } folder ? Path.GetFullPath(folder, Terminal.CurrentFolder) : null)
    {
        Mirrors = Said("EXPERIMENTS_MIRRORS") is { } mirrors
            ? [.. mirrors.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Mirror)] : Mnist.Mirrors,
    };

    /// <summary>The command as typed, so that it can be typed again.</summary>
    public string CommandLine => Terminal.Command(Arguments);

    /// <summary>A command to be typed next: this program, a verb, and the folders of this command.</summary>
    public string Command(string verb, params IEnumerable<string> words) =>
        Terminal.Command([verb, .. words, .. FolderOptions]);

    /// <summary>Results go here.</summary>
    public TextWriter Out => Terminal.Out;

    /// <summary>Whether results are written for a person rather than for a program.</summary>
    public bool OutIsForPeople => Terminal.OutIsTerminal && !Json;

    /// <summary>The records of a recipe's stored results; those that cannot be read are named and left out.</summary>
    public IReadOnlyList<RunRecord> RecordsOf(Recipe recipe) => Store.Records(recipe.Name, problem => Warn($"skipped: {problem.Message}"));

    /// <summary>This context, if nothing is wrong.</summary>
    /// <exception cref="UsageException">There are mistakes.</exception>
    public CommandContext Checked()
    {
        UsageException.ThrowIfAny(Mistakes);
        return this;
    }

    /// <summary>Says something a person may want to know.</summary>
    public void Info(string line)
    {
        if (!Quiet)
        {
            Warn(line);
        }
    }

    /// <summary>Says something that must be known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stands">Whether it is to stand out among all that is said.</param>
    public void Warn(string line, bool stands = false)
    {
        var text = $"experiments: {OneLine.Of(line)}";
        lock (Terminal)
        {
            Terminal.Error.WriteLine(stands && Terminal.ErrorIsTerminal && AllowsColor ? $"\e[1;33m{text}\e[0m" : text);
        }
    }

    /// <summary>The trace of a problem, for those who asked for it.</summary>
    public void Trace(Exception problem)
    {
        if (Verbose)
        {
            Terminal.Error.WriteLine(problem);
        }
    }

    private string? Folder(Option<string> option) =>
        Parsed.ValueOf(option) is { } path ? Path.GetFullPath(path, Terminal.CurrentFolder) : null;

    private string? Said(string variable) => Terminal.Variable(variable) is { } text && text.Trim().Length > 0 ? text : null;

    private static Uri Mirror(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new UsageException(
            $"EXPERIMENTS_MIRRORS takes addresses of folders that begin with https:// or http://, but has '{text}'.");
}
