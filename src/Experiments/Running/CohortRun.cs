using Experiments.Networks;
using Experiments.Results;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Runs one cohort, whatever its variant examines.</summary>
internal static class CohortRun
{
    /// <summary>Runs a cohort to its end.</summary>
    /// <returns>The rows of every cell, in the order of the cohort's missing seeds.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(Cohort cohort, ImageStore images, IRunObserver observer, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        return cohort.Variant.Subject switch
        {
            Architecture architecture => new CohortTraining(cohort, architecture, images).Run(observer, cancellation),
            Computation computation => Compute(cohort, computation, observer, cancellation),
            var other => throw new InvalidOperationException($"A variant examines an architecture or a computation, but '{cohort.Variant.Name}' has {other.GetType().Name}."),
        };
    }

    private static List<Measurement>[] Compute(Cohort cohort, Computation computation, IRunObserver observer, CancellationToken cancellation)
    {
        var cells = new List<Measurement>[cohort.Missing.Count];
        for (var index = 0; index < cells.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            cells[index] = [.. computation.Compute(new SeedStreams(cohort.Missing[index]), cancellation)];
            observer.Advanced(cohort, index + 1, null);
        }

        return cells;
    }
}
