using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Diagnostics;

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

        var text = $"{Version()}, {NumberText.Count(threads, "thread")} by default, 1 for each cell when training";
        return [new(Health.Ok, "libtorch", text), Gradients()];
    }

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
            + "which they "
            + "are right, and refuses models for which there is none");
    }

    // The list of the program's dependencies knows it.
    private static string Version()
    {
        var lists = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var matches = lists.Where(File.Exists).Select(list => VersionOfDependency().Match(File.ReadAllText(list)));
        return matches.FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "loaded";
    }

    [GeneratedRegex("\"libtorch-cpu[a-z0-9-]*/([0-9.]+)\"")]
    private static partial Regex VersionOfDependency();
}
