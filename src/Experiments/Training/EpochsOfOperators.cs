using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Epochs of any network, in lockstep: every step takes a batch of each replica through the same operators.</summary>
internal sealed class EpochsOfOperators : IEpochs
{
    private readonly Network network;
    private readonly Loss loss;
    private readonly IUpdate update;
    private readonly Batches batches;

    public EpochsOfOperators(Network network, Settings settings, IReadOnlyList<SeedStreams> seeds, Tensor images, Tensor targets)
    {
        (this.network, loss) = (network, settings.Loss);
        update = settings.Optimizer.Start(network, settings.Penalty);
        batches = settings.BatchSize < images.shape[0]
            ? new ShuffledBatches(seeds, images, targets, settings.BatchSize)
            : new FullBatch(seeds.Count, images, targets);
    }

    public int Steps => batches.Count;

    public void Train(CancellationToken cancellation)
    {
        batches.Shuffle();
        for (var batch = 0; batch < batches.Count; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var (images, targets) = batches[batch];
            update.Step(network.Gradients(images, logits => loss.LogitGradient(logits, targets)));
        }
    }

    public void Keep(StateStream state)
    {
        update.Keep(state);
        batches.Keep(state);
    }

    public void Dispose()
    {
        update.Dispose();
        batches.Dispose();
    }

    private abstract class Batches : IDisposable
    {
        public abstract int Count { get; }

        // (R, B, pixels) and (R, B, classes), in the current dispose scope
        public abstract (Tensor Images, Tensor Targets) this[int batch] { get; }

        public abstract void Shuffle();

        public abstract void Keep(StateStream state);

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

        public override void Keep(StateStream state)
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

        public override void Keep(StateStream state) => Array.ForEach(generators, state.Keep);

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
