using System.CommandLine;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Options;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions(Terminal terminal)
{
    private static readonly string[] KnownFormats = ["png", "svg"];

    private readonly Option<string> results = ValueOption.Text(
        "--results", "DIR", "Results directory (default: data/results)", text => PathValidation.FolderMistake("--results", text, terminal));

    private readonly Option<string> plots = ValueOption.Text(
        "--plots", "DIR", "Charts directory, with a folder per recipe (default: plots)",
        text => PathValidation.FolderMistake("--plots", text, terminal));

    private readonly Option<string> format = ValueOption.Text(
        "--format", "png,svg", "Image formats of charts (default: both)", FormatMistake);
    private readonly Option<bool> json = new("--json") { Description = "Print results as JSON" };
    private readonly Option<bool> noColor = new("--no-color") { Description = "No colors (also: NO_COLOR=1)" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress, and no messages but errors" };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Show stack traces, and why a model trains eagerly" };

    /// <summary>Gives the program these options.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (Option option in new Option[] { results, plots, format, json, noColor, quiet, verbose })
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    /// <summary>What the options say. Wrong values of any option are among the context's mistakes.</summary>
    public CommandContext Read(ParseResult parsed, Terminal terminal, Catalog catalog, Interrupt interrupt, IReadOnlyList<string> arguments)
    {
        var root = terminal.Variable("EXPERIMENTS_ROOT") is { Length: > 0 } folder ? folder : terminal.CurrentFolder;
        return new(terminal, catalog, interrupt, arguments)
        {
            Root = root,
            ResultsFolder = Folder(results) ?? Path.Combine(root, "data", "results"),
            PlotsFolder = Folder(plots) ?? Path.Combine(root, "plots"),
            FolderOptions = [.. from option in new[] { results, plots }
                             let path = parsed.ValueOf(option)
                             where path is not null
                             from word in new[] { option.Name, path }
                             select word],
            ImageFormats = parsed.ValueOf(format) is { } formats ? SplitFormats(formats) : KnownFormats,
            Json = parsed.GetValue(json),
            AllowsColor = !parsed.GetValue(noColor) && string.IsNullOrEmpty(terminal.Variable("NO_COLOR"))
                && terminal.Variable("TERM") != "dumb",
            Quiet = parsed.GetValue(quiet),
            Verbose = parsed.GetValue(verbose),
            Mistakes = [.. parsed.Errors.Select(error => error.Message)],
        };

        string? Folder(Option<string> option) => parsed.ValueOf(option) is { } path ? Path.GetFullPath(path, terminal.CurrentFolder) : null;
    }

    private static string[] SplitFormats(string text) => [.. text.Split(',').Select(part => part.Trim().ToLowerInvariant()).Distinct()];

    private static string? FormatMistake(string text) => SplitFormats(text).Except(KnownFormats).FirstOrDefault() switch
    {
        null => null,
        "" => $"--format takes png, svg or png,svg, but got '{text}'.",
        var wrong => $"There is no image format '{wrong}'. {NearestName.Hint(wrong, KnownFormats)}",
    };
}
