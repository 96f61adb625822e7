using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Options;

/// <summary>Places that options name, looked at before anything starts: they are written to last.</summary>
internal static class PathValidation
{
    /// <summary>What is wrong with a folder to write to.</summary>
    public static IEnumerable<string> FolderMistakes(string option, string? said, Terminal terminal) =>
        said is null ? []
        : said.Trim().Length == 0 ? [$"{option} takes a folder, but got '{said}'."]
        : FilesOnTheWay(option, "a folder", said, terminal);

    /// <summary>What is wrong with a file to write.</summary>
    public static IEnumerable<string> FileMistakes(string option, string? said, Terminal terminal) =>
        said is null ? []
        : said.Trim().Length == 0 ? [$"{option} takes a file, but got '{said}'."]
        : Directory.Exists(Path.GetFullPath(said, terminal.CurrentFolder)) ? [$"{option} takes a file, but {said} is a folder: name a file in it."]
        : FilesOnTheWay(option, "a file", said, terminal);

    private static IEnumerable<string> FilesOnTheWay(string option, string what, string said, Terminal terminal)
    {
        var whole = Path.GetFullPath(said, terminal.CurrentFolder);
        for (var part = what == "a file" ? Path.GetDirectoryName(whole) : whole; part is not null; part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part))
            {
                yield return $"{option} takes {what}, but {terminal.Shorten(part)} is a file{(part == whole ? "" : $", so {terminal.Shorten(whole)} cannot be made")}: choose another place.";
            }
        }
    }
}
