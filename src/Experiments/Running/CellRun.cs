using System.Diagnostics;
using Experiments.Models;
using Experiments.Results;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>What a cell came to.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Time">How long it took, all attempts together if it was interrupted.</param>
internal sealed record CellResult(IReadOnlyList<Measurement> Rows, TimeSpan Time);

/// <summary>Computes one cell, whatever its variant runs.</summary>
internal static class CellRun
{
    /// <summary>Computes the cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="checkpoint">Where its training is saved while it runs.</param>
    /// <param name="images">The images.</param>
    /// <param name="observer">Hears of every epoch.</param>
    /// <param name="checkpointEvery">Least time between two checkpoints.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static CellResult Run(
        PlannedCell cell, Checkpoint checkpoint, ImageStore images, IRunObserver observer, TimeSpan checkpointEvery, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        return cell.Variant.Variant.Workload switch
        {
            Model model => new CellTraining(cell, model, images).Run(checkpoint, observer, checkpointEvery, cancellation),
            Computation computation => Compute(cell, computation, cancellation),
            var other => throw new InvalidOperationException($"A variant runs a model or a computation, but '{cell.Variant.Name}' has {other.GetType().Name}."),
        };
    }

    private static CellResult Compute(PlannedCell cell, Computation computation, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var section = NativeSection.Enter();
        List<Measurement> rows = [.. computation.Compute(new RandomStreams(cell.Seed), cancellation)];
        return new(rows, clock.Elapsed);
    }
}
