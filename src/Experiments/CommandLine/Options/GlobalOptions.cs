using System.CommandLine;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Naming;
using Experiments.Training;

namespace Experiments.CommandLine.Options;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    private static readonly string[] KnownFormats = ["png", "svg"];

    private readonly Option<string> results = new("--results") { HelpName = "DIR", Description = "Where results are kept; data/results if not said", Recursive = true };
    private readonly Option<string> plots = new("--plots") { HelpName = "DIR", Description = "Where charts go, in a folder per recipe; plots if not said", Recursive = true };
    private readonly Option<string> format = new("--format") { HelpName = "png,svg", Description = "Image files to write for every chart; both if not said", Recursive = true };
    private readonly Option<bool> json = new("--json") { Description = "Results as JSON", Recursive = true };
    private readonly Option<bool> noColor = new("--no-color") { Description = "No colours; the environment variable NO_COLOR does the same", Recursive = true };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress, no messages but errors", Recursive = true };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Where an error came from, too, and why a model trains eagerly", Recursive = true };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [results, plots, format, json, noColor, quiet, verbose];

    /// <summary>Whether stack traces were asked for.</summary>
    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(verbose);

    /// <summary>What the options say.</summary>
    /// <exception cref="UsageException">One of them is wrong.</exception>
    public CommandContext Read(ParseResult parsed, Terminal terminal, Catalog catalog, Interrupt interrupt, IReadOnlyList<string> arguments)
    {
        UsageException.ThrowIfAny([.. Switches(parsed, arguments), .. Swallowed(parsed), .. new[] { results, plots }.SelectMany(option => PathValidation.FolderMistakes(option.Name, parsed.GetValue(option), terminal)), .. FormatMistakes(parsed)]);
        var root = terminal.Variable("EXPERIMENTS_ROOT") is { Length: > 0 } said ? said : terminal.CurrentFolder;
        return new(terminal, catalog, interrupt, arguments)
        {
            Root = root,
            ResultsFolder = Folder(parsed.GetValue(results)) ?? Path.Combine(root, "data", "results"),
            PlotsFolder = Folder(parsed.GetValue(plots)) ?? Path.Combine(root, "plots"),
            FolderOptions =
            [
                .. parsed.GetValue(results) is { } resultsPlace ? ["--results", resultsPlace] : (string[])[],
                .. parsed.GetValue(plots) is { } plotsPlace ? ["--plots", plotsPlace] : (string[])[],
            ],
            ImageFormats = FormatsOf(parsed),
            Json = parsed.GetValue(json),
            AllowsColor = !parsed.GetValue(noColor) && string.IsNullOrEmpty(terminal.Variable("NO_COLOR")),
            Quiet = parsed.GetValue(quiet),
            Verbose = parsed.GetValue(verbose),
        };

        string? Folder(string? path) => path is null ? null : Path.GetFullPath(path, terminal.CurrentFolder);
    }

    private string[] FormatsOf(ParseResult parsed) => parsed.GetValue(format) is { } text
        ? [.. text.Split(',').Select(part => part.Trim().ToLowerInvariant()).Distinct()]
        : KnownFormats;

    private IEnumerable<string> FormatMistakes(ParseResult parsed) => FormatsOf(parsed).Except(KnownFormats).Select(wrong => wrong.Length == 0
        ? $"--format takes {string.Join(", ", KnownFormats)} or both with a comma, but got '{parsed.GetValue(format)}'."
        : $"There is no image format '{wrong}'. {NearestName.Hint(wrong, KnownFormats)}");

    // A value typed to a switch would be taken for a recipe's name.
    private static IEnumerable<string> Switches(ParseResult parsed, IReadOnlyList<string> arguments) =>
        from word in arguments
        let parts = word.Split('=', 2)
        where parts.Length == 2 && !bool.TryParse(parts[1], out _)
        let option = UnknownOptions.All(parsed.CommandResult.Command).FirstOrDefault(option => option.Name == parts[0] || option.Aliases.Contains(parts[0]))
        where option is Option<bool>
        select $"{option.Name} is there or not and takes no value, but got '{parts[1]}'.";

    // "--results --dry-run" would begin a run, and keep its results in a folder named --dry-run.
    private static IEnumerable<string> Swallowed(ParseResult parsed)
    {
        var all = UnknownOptions.All(parsed.CommandResult.Command).ToList();
        return
            from option in all
            let follows = parsed.GetResult(option)?.Tokens.Select(token => token.Value).FirstOrDefault(value => all.Exists(other => other.Name == value || other.Aliases.Contains(value)))
            where follows is not null
            select $"{option.Name} takes a value ({option.HelpName}), but the option {follows} follows it.";
    }
}
