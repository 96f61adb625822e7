using System.CommandLine;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Options;

/// <summary>The options that every verb has; <see cref="CommandContext"/> says what they mean.</summary>
internal sealed class GlobalOptions(Terminal terminal)
{
    private static readonly string[] KnownFormats = ["png", "svg"];

    public Option<string> Results { get; } = ValueOption.Text(
        "--results", "DIR", "Results directory (default: data/results)", text => PathValidation.FolderMistake("--results", text, terminal));

    public Option<string> Plots { get; } = ValueOption.Text(
        "--plots", "DIR", "Charts directory, with a folder per recipe (default: plots)",
        text => PathValidation.FolderMistake("--plots", text, terminal));

    public Option<string> Format { get; } = ValueOption.Text(
        "--format", "png,svg", "Image formats of charts (default: both)", FormatMistake);

    public Option<bool> Json { get; } = new("--json") { Description = "Print results as JSON" };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colors (also: NO_COLOR=1)" };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress, and no messages but errors" };

    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Show stack traces, and why a model trains eagerly" };

    /// <summary>The image formats that a text names.</summary>
    public static string[] SplitFormats(string text) => [.. text.Split(',').Select(part => part.Trim().ToLowerInvariant()).Distinct()];

    /// <summary>Gives the program these options.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (Option option in new Option[] { Results, Plots, Format, Json, NoColor, Quiet, Verbose })
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    private static string? FormatMistake(string text) => SplitFormats(text).Except(KnownFormats).FirstOrDefault() switch
    {
        null => null,
        "" => $"--format takes png, svg or png,svg, but got '{text}'.",
        var wrong => $"There is no image format '{wrong}'. {NearestName.Hint(wrong, KnownFormats)}",
    };
}
