using System.Text.RegularExpressions;
using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>Looks at libtorch by loading it.</summary>
internal static partial class LibtorchDiagnosis
{
    /// <summary>Whether libtorch loads, its version and threads.</summary>
    public static IReadOnlyList<Finding> Of()
    {
        int threads;
        try
        {
            threads = Runner.LibtorchThreads();
        }
        catch (DllNotFoundException problem)
        {
            return [new(Health.Missing, "libtorch", problem.Message)];
        }

        return [new(Health.Ok, "libtorch", $"{Version()}, {Formats.Count(threads, "thread")} by default, 1 for each variant when training")];
    }

    // The list of the program's dependencies knows it.
    private static string Version()
    {
        var lists = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        return lists.Where(File.Exists).Select(list => VersionOfDependency().Match(File.ReadAllText(list))).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "loaded";
    }

    [GeneratedRegex("\"libtorch-cpu[a-z0-9-]*/([0-9.]+)\"")]
    private static partial Regex VersionOfDependency();
}
