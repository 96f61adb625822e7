using System.Runtime.InteropServices;
using Experiments.Networks.Vectors;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>
/// The factors by which dropout multiplies, step after step, for R replicas: every replica's masks come from its own seed's streams, one per
/// hidden layer, so they are the same whoever is trained beside it.
/// </summary>
internal sealed class DropoutMasks : IDisposable
{
    private readonly DropoutRule dropout;
    private readonly Generator[][] generators; // by hidden layer, then replica
    private readonly Tensor testFactor;
    private Tensor?[]? held; // by hidden layer

    public DropoutMasks(DropoutRule dropout, IReadOnlyList<SeedStreams> seeds, int hiddenLayers)
    {
        this.dropout = dropout;
        var drawn = dropout.DropRate > 0 ? hiddenLayers : 0;
        generators = [.. Enumerable.Range(1, drawn).Select(layer => seeds.Select(seed => seed.Generator($"dropout of layer {layer}")).ToArray())];
        testFactor = tensor(dropout.TestFactor).DetachFromDisposeScope();
    }

    /// <summary>What a hidden layer's activations, (R, B, units), are multiplied by on their way to the next layer; null for 1.</summary>
    public Tensor? OfUnits(int hiddenLayer, Tensor activations, bool training) =>
        dropout.DropRate == 0 || dropout.Form == DropoutForm.DropConnect || hiddenLayer > generators.Length ? null
        : training ? Draw(hiddenLayer, activations)
        : dropout.TestFactor == 1 ? null : testFactor;

    /// <summary>What the weights out of a hidden layer, (R, units, fan-out), are multiplied by; null for 1.</summary>
    public Tensor? OfWeights(int hiddenLayer, Tensor weights, bool training) =>
        dropout.DropRate == 0 || dropout.Form != DropoutForm.DropConnect || hiddenLayer == 0 || !training ? null : Draw(hiddenLayer, weights);

    /// <summary>Draws one replica's next mask of a hidden layer's units in plain memory: the factors of <see cref="OfUnits"/>.</summary>
    public void Draw(int hiddenLayer, int replica, Grid factors)
    {
        using var scope = NewDisposeScope();
        var numbers = empty(factors.Rows, factors.Columns).uniform_(0, 1, generators[hiddenLayer - 1][replica]);
        factors.CopyFrom(MemoryMarshal.Cast<byte, float>(numbers.bytes));
        dropout.ToFactors(factors.All);
    }

    /// <summary>Keeps the next masks for all batches to come, which must have the same number of images.</summary>
    public void Hold() => held ??= new Tensor?[generators.Length];

    /// <summary>Passes over the streams that masks are drawn from.</summary>
    public void Keep(StateStream state)
    {
        foreach (var generator in generators.SelectMany(perReplica => perReplica))
        {
            state.Keep(generator);
        }
    }

    public void Dispose()
    {
        testFactor.Dispose();
        foreach (var mask in held ?? [])
        {
            mask?.Dispose();
        }

        foreach (var generator in generators.SelectMany(perReplica => perReplica))
        {
            generator.Dispose();
        }
    }

    private Tensor Draw(int hiddenLayer, Tensor like) => held is null
        ? DrawAnew(hiddenLayer, like)
        : held[hiddenLayer - 1] ??= DrawAnew(hiddenLayer, like).DetachFromDisposeScope();

    private Tensor DrawAnew(int hiddenLayer, Tensor like)
    {
        var numbers = empty(like.shape, like.dtype);
        var perReplica = generators[hiddenLayer - 1];
        for (var replica = 0; replica < perReplica.Length; replica++)
        {
            numbers.select(0, replica).uniform_(0, 1, perReplica[replica]);
        }

        var mask = dropout.Keeps(numbers);
        return dropout.TrainingFactor == 1 ? mask : mask.mul_(dropout.TrainingFactor);
    }
}
