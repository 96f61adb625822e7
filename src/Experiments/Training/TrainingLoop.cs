using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Trains the networks of one cohort in lockstep. It owns the lifetimes of all tensors made on the way.</summary>
/// <param name="network">The networks, R replicas.</param>
/// <param name="settings">How to train them.</param>
/// <param name="seeds">The replicas' seeds: each shuffles its images its own way, the same way in every variant.</param>
/// <param name="images">Training images, (n, pixels).</param>
/// <param name="targets">Their classes, one-hot, (n, classes).</param>
public sealed class TrainingLoop(Network network, Settings settings, IReadOnlyList<SeedStreams> seeds, Tensor images, Tensor targets)
{
    /// <summary>Trains, epoch by epoch.</summary>
    /// <param name="measure">
    /// Called before training and after every epoch with the epochs and the steps completed, the network in the mode for testing. Says whether to go on.
    /// </param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public void Run(Func<int, long, bool> measure, CancellationToken cancellation)
    {
        using var withoutGraph = no_grad();
        using var update = settings.Optimizer.Start(network, settings.Penalty);
        using var batches = settings.BatchSize < images.shape[0]
            ? new ShuffledBatches(seeds, images, targets, settings.BatchSize)
            : (Batches)new FullBatch(seeds.Count, images, targets);
        var step = 0L;
        network.eval();
        var goOn = measure(0, step);
        for (var epoch = 1; goOn && epoch <= settings.Epochs; epoch++)
        {
            network.train();
            batches.Shuffle();
            for (var batch = 0; batch < batches.Count; batch++, step++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var (batchImages, batchTargets) = batches[batch];
                update.Step(network.Gradients(batchImages, logits => settings.Loss.LogitGradient(logits, batchTargets)));
            }

            network.eval();
            goOn = measure(epoch, step);
        }
    }

    private abstract class Batches : IDisposable
    {
        public abstract int Count { get; }

        // (R, B, pixels) and (R, B, classes), in the current dispose scope
        public abstract (Tensor Images, Tensor Targets) this[int batch] { get; }

        public abstract void Shuffle();

        public abstract void Dispose();
    }

    // All images at once: their order would change nothing but rounding, so there is none, and nothing is copied.
    private sealed class FullBatch(int replicas, Tensor images, Tensor targets) : Batches
    {
        public override int Count => 1;

        public override (Tensor Images, Tensor Targets) this[int batch] =>
            (images.expand(replicas, -1, -1), targets.expand(replicas, -1, -1));

        public override void Shuffle()
        {
        }

        public override void Dispose()
        {
        }
    }

    private sealed class ShuffledBatches(IReadOnlyList<SeedStreams> seeds, Tensor images, Tensor targets, int batchSize) : Batches
    {
        private readonly Generator[] generators = [.. seeds.Select(seed => seed.Generator("shuffle"))];
        private readonly long count = images.shape[0];
        private Tensor? whole; // image numbers of the epoch's whole batches, (batches, R · B), a row per step
        private Tensor? rest; // image numbers of the last, smaller batch, (R · rest); null if there is none

        public override int Count => (int)((count + batchSize - 1) / batchSize);

        public override (Tensor Images, Tensor Targets) this[int batch]
        {
            get
            {
                var numbers = batch < count / batchSize ? whole![batch] : rest!;
                return (Gather(images), Gather(targets));

                Tensor Gather(Tensor from) => from.index_select(0, numbers).view(seeds.Count, -1, from.shape[1]);
            }
        }

        public override void Shuffle()
        {
            Forget();
            using var scope = NewDisposeScope();
            var order = stack(generators.Select(generator => randperm(count, generator: generator)).ToArray()); // (R, n)
            var inWhole = count - (count % batchSize);
            whole = order.narrow(1, 0, inWhole).reshape(seeds.Count, -1, batchSize).transpose(0, 1).reshape(-1, seeds.Count * batchSize).MoveToOuterDisposeScope();
            rest = inWhole == count ? null : order.narrow(1, inWhole, count - inWhole).reshape(-1).MoveToOuterDisposeScope();
        }

        public override void Dispose()
        {
            Forget();
            foreach (var generator in generators)
            {
                generator.Dispose();
            }
        }

        private void Forget()
        {
            whole?.Dispose();
            rest?.Dispose();
        }
    }
}
