using System.Globalization;
using System.Text.RegularExpressions;
using Experiments.CommandLine.Output;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

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

        return [new(Health.Ok, "libtorch", $"{Version()}, {NumberText.Count(threads, "thread")} by default, 1 for each cell when training"), Gradients()];
    }

    // In single precision against double precision, for the usual layers.
    private static Finding Gradients()
    {
        var checks = UsualModels.All.Select(usual => (usual.Layers, Check: ModelCheck.Of(usual.Model, Loss.SoftmaxCrossEntropy, UsualModels.Images))).ToList();
        var wrong = checks.Where(usual => !usual.Check.GradientIsRight || usual.Check.Problem is not null).ToList();
        return wrong.Count == 0
            ? new(Health.Ok, "gradients", $"right for {string.Join("; ", checks.Select(usual => usual.Layers))} (at most {checks.Max(usual => usual.Check.GradientError).ToString("0.0e+0", CultureInfo.InvariantCulture)} off)")
            : new(
                Health.Note,
                "gradients",
                $"libtorch computes wrong ones on this processor for {string.Join("; ", wrong.Select(usual => $"{usual.Layers} ({usual.Check.Problem ?? $"with respect to {usual.Check.WorstGradient}"})"))}. 'run' looks for an instruction set in which they are right, and refuses models for which there is none");
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
