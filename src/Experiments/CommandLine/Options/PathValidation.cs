using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Options;

/// <summary>Checks paths to write to before anything starts: they are written to last.</summary>
internal static class PathValidation
{
    /// <summary>What is wrong with a folder to write to; null if nothing.</summary>
    public static string? FolderMistake(string option, string path, Terminal terminal) =>
        path.Trim().Length == 0 ? $"{option} takes a folder, but got '{path}'."
        : FileOnTheWay(option, Path.GetFullPath(path, terminal.CurrentFolder), terminal);

    /// <summary>What is wrong with a file to write; null if nothing.</summary>
    public static string? FileMistake(string option, string path, Terminal terminal) =>
        path.Trim().Length == 0 ? $"{option} takes a file, but got '{path}'."
        : Directory.Exists(Path.GetFullPath(path, terminal.CurrentFolder))
        ? $"{option} takes a file, but {path} is a folder: name a file in it."
        : FileOnTheWay(option, Path.GetDirectoryName(Path.GetFullPath(path, terminal.CurrentFolder)), terminal);

    private static string? FileOnTheWay(string option, string? folder, Terminal terminal)
    {
        while (folder is not null && !File.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is null ? null : $"{option}: {terminal.Shorten(folder)} is a file, not a folder. Choose another path.";
    }
}
