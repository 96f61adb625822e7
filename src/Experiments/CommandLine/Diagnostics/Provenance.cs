using System.Runtime.Intrinsics;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>What does not determine results, or should not, and is written beside them: versions, machine, command line.</summary>
internal static class Provenance
{
    private static readonly string[] Packages = ["TorchSharp", "ScottPlot", "Microsoft.Data.Analysis"];

    /// <summary>The version of the engine.</summary>
    public static string EngineVersion => VersionOf(typeof(Provenance).Assembly);

    /// <summary>The name under which <see cref="Of"/> says where the images came from: a folder, or how they were drawn.</summary>
    public const string Images = "images";

    /// <summary>Everything, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(CommandContext context, int jobs, DataSet data)
    {
        var all = new SortedDictionary<string, string>(PackageVersions(), StringComparer.Ordinal)
        {
            ["engine"] = EngineVersion,
            ["dotnet"] = RuntimeInformation.FrameworkDescription,
            ["os"] = RuntimeInformation.OSDescription,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            ["processor"] = Processor.Name,
            ["processors"] = $"{Environment.ProcessorCount}",
            ["vectors"] = Vectors(),
            ["libtorch-threads"] = "1",
            ["jobs"] = $"{jobs}",
            ["command"] = context.CommandLine,
            [Images] = data.Origin,
        };
        if (ModelChecks.Restriction is { } restriction)
        {
            all["onednn-max-cpu-isa"] = restriction;
        }

        return all;
    }

    /// <summary>Versions of the packages that compute and draw; loads no native library.</summary>
    public static Dictionary<string, string> PackageVersions() =>
        Packages.ToDictionary(name => name, name => VersionOf(Assembly.Load(name)));

    // The widest that the processor and the runtime have: the engine's own arithmetic goes by them.
    private static string Vectors() =>
        Vector512.IsHardwareAccelerated ? "512 bits"
            : Vector256.IsHardwareAccelerated ? "256 bits" : Vector128.IsHardwareAccelerated ? "128 bits" : "none";

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "unknown";
}
