using System.Runtime.InteropServices;
using Experiments.Networks;
using Experiments.Networks.Vectors;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training;

/// <summary>
/// Epochs of a multilayer perceptron, each replica for itself and in plain memory. Where layers are small, operators cost more than their
/// arithmetic; and a replica that trains for a whole epoch finds its parameters in the processor's cache at every step.
/// </summary>
internal sealed class EpochsOfReplicas : IEpochs
{
    private readonly DenseNetwork network;
    private readonly Settings settings;
    private readonly Tensor images;
    private readonly Tensor targets;
    private readonly int batchSize;
    private readonly Trainee[] trainees;

    public EpochsOfReplicas(DenseNetwork network, Settings settings, IReadOnlyList<SeedStreams> seeds, Tensor images, Tensor targets)
    {
        (this.network, this.settings, this.images, this.targets) = (network, settings, images, targets);
        batchSize = (int)Math.Min(settings.BatchSize, images.shape[0]);
        trainees = [.. seeds.Select(seed =>
        {
            var replica = network.NewReplica(batchSize);
            return new Trainee(replica, settings.Optimizer.Start(replica.Parameters.Length), seed.Generator("shuffle"));
        })];
    }

    private sealed record Trainee(DenseReplica Replica, FlatRule Rule, Generator Shuffle);

    public int Steps => (int)((images.shape[0] + batchSize - 1) / batchSize);

    public void Train(CancellationToken cancellation)
    {
        for (var replica = 0; replica < trainees.Length; replica++)
        {
            network.Load(replica, trainees[replica].Replica);
            Train(replica, Order(trainees[replica].Shuffle), cancellation);
            network.Store(replica, trainees[replica].Replica);
        }
    }

    public void Keep(StateStream state)
    {
        foreach (var trainee in trainees)
        {
            trainee.Rule.Keep(state);
            state.Keep(trainee.Shuffle);
        }
    }

    public void Dispose()
    {
        foreach (var trainee in trainees)
        {
            trainee.Shuffle.Dispose();
        }
    }

    private void Train(int replica, ReadOnlySpan<long> order, CancellationToken cancellation)
    {
        var pixels = MemoryMarshal.Cast<byte, float>(images.bytes);
        var classes = MemoryMarshal.Cast<byte, float>(targets.bytes);
        var (network, rule, _) = trainees[replica];
        for (var start = 0; start < order.Length; start += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = order[start..Math.Min(start + batchSize, order.Length)];
            Gather(batch, pixels, network.Input);
            this.network.SetFactors(replica, network, batch.Length);
            network.Forward(batch.Length);
            ToLogitGradient(batch, classes, network);
            network.Backward(batch.Length);
            rule.Step(network.Parameters, network.Gradient, network.WeightCount, settings.Penalty.WeightDecay);
        }
    }

    private static void Gather(ReadOnlySpan<long> rows, ReadOnlySpan<float> from, Grid to)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            from.Slice((int)rows[row] * to.Columns, to.Columns).CopyTo(to.Row(row));
        }
    }

    // C is the mean cost over the batch.
    private void ToLogitGradient(ReadOnlySpan<long> rows, ReadOnlySpan<float> classes, DenseReplica of)
    {
        var (logits, gradient) = (of.Logits.Top(rows.Length), of.LogitGradient.Top(rows.Length));
        for (var row = 0; row < rows.Length; row++)
        {
            logits.Row(row).CopyTo(gradient.Row(row));
            settings.Loss.ToGradient(gradient.Row(row), classes.Slice((int)rows[row] * logits.Columns, logits.Columns));
        }

        TensorPrimitives.Divide(gradient.All, rows.Length, gradient.All);
    }

    // All images at once need no order: another would change nothing but rounding.
    private long[] Order(Generator shuffle)
    {
        using var scope = NewDisposeScope();
        var count = images.shape[0];
        return batchSize < count ? randperm(count, generator: shuffle).data<long>().ToArray() : [.. Enumerable.Range(0, (int)count).Select(image => (long)image)];
    }
}
