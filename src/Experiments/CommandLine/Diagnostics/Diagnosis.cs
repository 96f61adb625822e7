using Experiments.Charts;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>What a finding means: as it should be; worth knowing, but nothing to mend; something needed is not there.</summary>
internal enum Health
{
    Ok,
    Note,
    Missing,
}

/// <summary>One thing looked at.</summary>
internal sealed record Check(string What, Health Verdict, string Finding);

/// <summary>Looks at everything that the program needs.</summary>
internal static partial class Diagnosis
{
    /// <summary>All checks, those about computing first. Loads libtorch.</summary>
    public static IReadOnlyList<Check> Of(CommandContext context) =>
    [
        new("engine", Health.Ok, Provenance.EngineVersion),
        new(
            ".NET", Health.Ok, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, "
                + $"{RuntimeInformation.ProcessArchitecture}"),
        new("processors", Health.Ok, $"{Environment.ProcessorCount}: {Processor.Name}"),
        .. Provenance.PackageVersions().Select(package => new Check(package.Key, Health.Ok, package.Value)),
        .. Libtorch(),
        Charts(),
        Mnist(context),
        Writable(context, "results", context.ResultsFolder),
        Writable(context, "plots", context.PlotsFolder),
    ];

    /// <summary>Why a folder, there or not, cannot be written; null if it can. Leaves no trace: asks the nearest that exists.</summary>
    public static string? WritingProblem(string folder)
    {
        var existing = folder;
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var path = Path.Combine(existing, $".{Guid.NewGuid():N}");
        try
        {
            using var probe = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return problem.Message.Replace(path, folder);
        }
    }

    private static IEnumerable<Check> Libtorch()
    {
        int threads;
        try
        {
            threads = Runner.LibtorchThreads();
        }
        catch (DllNotFoundException problem)
        {
            return [new("libtorch", Health.Missing, problem.Message)];
        }

        var text = $"{LibtorchVersion()}, {NumberText.Count(threads, "thread")} by default, 1 for each cell when training";
        return [new("libtorch", Health.Ok, text), Gradients()];
    }

    // The list of the program's dependencies knows it.
    private static string LibtorchVersion() => (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';')
        .Where(File.Exists).Select(list => VersionOfDependency().Match(File.ReadAllText(list)))
        .FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "loaded";

    // In single precision against double precision, for the usual layers.
    private static Check Gradients()
    {
        var checks = UsualModels.All
            .Select(usual => (usual.Layers, Check: ModelCheck.Of(usual.Model, Loss.SoftmaxCrossEntropy, UsualModels.Images))).ToList();
        var wrong = checks.Where(usual => !usual.Check.GradientIsRight || usual.Check.Problem is not null).ToList();
        if (wrong.Count == 0)
        {
            var error = checks.Max(usual => usual.Check.GradientError).ToString("0.0e+0", CultureInfo.InvariantCulture);
            return new(
                "gradients", Health.Ok, $"right for {string.Join("; ", checks.Select(usual => usual.Layers))} (at most {error} off)");
        }

        var where = wrong.Select(usual => $"{usual.Layers} ({usual.Check.Problem ?? $"with respect to {usual.Check.WorstGradient}"})");
        return new(
            "gradients",
            Health.Note,
            $"libtorch computes wrong gradients on this processor for {string.Join("; ", where)}. 'run' looks for an instruction set in "
            + "which they are right, and refuses models for which there is none");
    }

    // Skia, with which ScottPlot draws, is a native library. The font comes with the engine.
    private static Check Charts()
    {
        try
        {
            ChartFont.Use();
            return new("charts", Health.Ok, $"Skia loads; the font is {ChartFont.Name}, from the engine");
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return new("charts", Health.Missing, $"Skia's native library does not load: {problem.GetBaseException().Message}");
        }
    }

    private static Check Mnist(CommandContext context)
    {
        var places = context.DataFolders.MnistPlaces();
        return places.FirstOrDefault(Data.Mnist.IsIn) is { } place
            ? new("data", Health.Ok, $"MNIST in {context.Terminal.Shorten(place)} ('data verify' checks every byte)")
            : new(
                "data",
                Health.Note,
                $"MNIST is not in {context.DataFolders.MnistPlaces(context.Terminal.Shorten)}; it will be fetched when needed, "
                    + $"or with '{context.Terminal.Program} data fetch'");
    }

    private static Check Writable(CommandContext context, string what, string folder)
    {
        var shown = context.Terminal.Shorten(folder);
        return WritingProblem(folder) is { } problem
            ? new(what, Health.Missing, $"{shown} cannot be written: {problem} Choose another with --{what}")
            : new(what, Health.Ok, Directory.Exists(folder) ? shown : $"{shown}, will be made");
    }

    [GeneratedRegex("\"libtorch-cpu[a-z0-9-]*/([0-9.]+)\"")]
    private static partial Regex VersionOfDependency();
}
