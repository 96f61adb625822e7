using Experiments.Networks;
using Experiments.Results;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Runs some seeds of a cohort, whatever its variant examines.</summary>
internal static class CohortRun
{
    /// <summary>Runs them to their end.</summary>
    /// <param name="part">The seeds.</param>
    /// <param name="images">The images.</param>
    /// <param name="observer">Is told of every epoch.</param>
    /// <param name="checkpointEvery">Least time between two checkpoints.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The rows of every cell, in the order of the missing seeds.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(
        CohortPart part, ImageStore images, IRunObserver observer, TimeSpan checkpointEvery, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var cohort = part.Cohort;
        return cohort.Variant.Subject switch
        {
            Architecture architecture => new CohortTraining(part, architecture, images).Run(observer, checkpointEvery, cancellation),
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
