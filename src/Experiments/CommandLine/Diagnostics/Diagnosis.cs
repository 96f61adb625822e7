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
internal sealed record Finding(Health Health, string What, string Text);

/// <summary>Looks at everything that the program needs.</summary>
internal static partial class Diagnosis
{
    /// <summary>All findings, those about computing first. Loads libtorch.</summary>
    public static IReadOnlyList<Finding> Of(CommandContext context) =>
    [
        new(Health.Ok, "engine", Provenance.EngineVersion),
        new(
            Health.Ok, ".NET", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, "
                + $"{RuntimeInformation.ProcessArchitecture}"),
        new(Health.Ok, "processors", $"{Environment.ProcessorCount}: {Provenance.ProcessorName()}"),
        .. Provenance.PackageVersions().Select(package => new Finding(Health.Ok, package.Key, package.Value)),
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

    private static IEnumerable<Finding> Libtorch()
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

        var text = $"{LibtorchVersion()}, {NumberText.Count(threads, "thread")} by default, 1 for each cell when training";
        return [new(Health.Ok, "libtorch", text), Gradients()];
    }

    // The list of the program's dependencies knows it.
    private static string LibtorchVersion() => (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';')
        .Where(File.Exists).Select(list => VersionOfDependency().Match(File.ReadAllText(list)))
        .FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "loaded";

    // In single precision against double precision, for the usual layers.
    private static Finding Gradients()
    {
        var checks = UsualModels.All
            .Select(usual => (usual.Layers, Check: ModelCheck.Of(usual.Model, Loss.SoftmaxCrossEntropy, UsualModels.Images))).ToList();
        var wrong = checks.Where(usual => !usual.Check.GradientIsRight || usual.Check.Problem is not null).ToList();
        if (wrong.Count == 0)
        {
            var error = checks.Max(usual => usual.Check.GradientError).ToString("0.0e+0", CultureInfo.InvariantCulture);
            return new(
                Health.Ok, "gradients", $"right for {string.Join("; ", checks.Select(usual => usual.Layers))} (at most {error} off)");
        }

        var where = wrong.Select(usual => $"{usual.Layers} ({usual.Check.Problem ?? $"with respect to {usual.Check.WorstGradient}"})");
        return new(
            Health.Note,
            "gradients",
            $"libtorch computes wrong gradients on this processor for {string.Join("; ", where)}. 'run' looks for an instruction set in "
            + "which they are right, and refuses models for which there is none");
    }

    // Skia, with which ScottPlot draws, is a native library. The font comes with the engine.
    private static Finding Charts()
    {
        try
        {
            ChartFont.Use();
            return new(Health.Ok, "charts", $"Skia loads; the font is {ChartFont.Name}, from the engine");
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return new(Health.Missing, "charts", $"Skia's native library does not load: {problem.GetBaseException().Message}");
        }
    }

    private static Finding Mnist(CommandContext context)
    {
        var places = context.DataFolders.MnistPlaces().ToList();
        return places.Find(Data.Mnist.IsIn) is { } place
            ? new(Health.Ok, "data", $"MNIST in {context.Terminal.Shorten(place)} ('data verify' checks every byte)")
            : new(
                Health.Note,
                "data",
                $"MNIST is not in {string.Join(" or ", places.Select(context.Terminal.Shorten))}; it will be fetched when needed, "
                    + $"or with '{context.Terminal.Program} data fetch'");
    }

    private static Finding Writable(CommandContext context, string what, string folder)
    {
        var shown = context.Terminal.Shorten(folder);
        return WritingProblem(folder) is { } problem
            ? new(Health.Missing, what, $"{shown} cannot be written: {problem} Choose another with --{what}")
            : new(Health.Ok, what, Directory.Exists(folder) ? shown : $"{shown}, will be made");
    }

    [GeneratedRegex("\"libtorch-cpu[a-z0-9-]*/([0-9.]+)\"")]
    private static partial Regex VersionOfDependency();
}
