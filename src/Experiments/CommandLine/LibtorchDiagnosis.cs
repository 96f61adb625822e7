using System.Reflection;
using System.Text.RegularExpressions;
using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>Looks at libtorch by loading it.</summary>
internal static partial class LibtorchDiagnosis
{
    private const string Maps = "/proc/self/maps";

    /// <summary>Whether libtorch loads, its version, threads and BLAS.</summary>
    public static IReadOnlyList<Finding> Of()
    {
        int threads;
        try
        {
            threads = Runner.LibtorchThreads();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return [new(Health.Missing, "libtorch", $"cannot be loaded: {Innermost(problem).Message.ReplaceLineEndings(" ")}")];
        }

        var loaded = LoadedLibraries();
        return [new(Health.Ok, "libtorch", $"{Version(loaded)}, {Formats.Count(threads, "thread")} by default, 1 for each variant when training"), Blas(loaded)];
    }

    private static Exception Innermost(Exception problem) => problem is TypeInitializationException or TargetInvocationException && problem.InnerException is { } inner
        ? Innermost(inner)
        : problem;

    private static IReadOnlyList<string> LoadedLibraries() => File.Exists(Maps)
        ? [.. File.ReadLines(Maps).Select(line => line[(line.LastIndexOf(' ') + 1)..]).Where(path => path.StartsWith('/')).Distinct()]
        : [];

    // Debian's file carries the version in its name; of the package's, the list of the program's dependencies knows it.
    private static string Version(IReadOnlyList<string> loaded)
    {
        var file = loaded.FirstOrDefault(path => Path.GetFileName(path).StartsWith("libtorch_cpu.", StringComparison.Ordinal));
        var inName = file is null ? Match.Empty : VersionInName().Match(Path.GetFileName(file));
        return inName.Success ? $"{inName.Groups[1].Value} ({file})" : VersionOfPackage() ?? file ?? "loaded";
    }

    private static string? VersionOfPackage()
    {
        var lists = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        return lists.Where(File.Exists).Select(list => VersionOfDependency().Match(File.ReadAllText(list))).FirstOrDefault(match => match.Success)?.Groups[1].Value;
    }

    private static Finding Blas(IReadOnlyList<string> loaded)
    {
        var name = loaded.Select(path => Path.GetFileName(path)!).FirstOrDefault(file => BlasName().IsMatch(file));
        return loaded.Count == 0 ? new(Health.Note, "BLAS", "not known on this system")
            : name is null ? new(Health.Ok, "BLAS", "the one inside libtorch")
            : name.Contains("openblas") || name.Contains("mkl") ? new(Health.Ok, "BLAS", name)
            : new(Health.Note, "BLAS", $"{name}, a slow one; libopenblas0 is several times faster");
    }

    [GeneratedRegex(@"libtorch_cpu\.so\.(\d+(\.\d+)*)")]
    private static partial Regex VersionInName();

    [GeneratedRegex("\"libtorch-cpu[a-z0-9-]*/([0-9.]+)\"")]
    private static partial Regex VersionOfDependency();

    [GeneratedRegex(@"^lib(openblas|mkl_rt|mkl_core|blas)[^/]*\.(so|dylib)")]
    private static partial Regex BlasName();
}
