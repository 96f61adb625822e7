using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

/// <summary>The weights of a recurrent network of several layers and one or two directions, and the checks of what comes in.</summary>
internal sealed class RecurrentStack(
    long gates, long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional) : IDisposable
{
    private readonly NativeWeights _weights = new();

    internal bool Bias => bias;

    internal long Layers => layers;

    internal double Dropout => dropout;

    internal bool Bidirectional => bidirectional;

    internal bool BatchFirst => batchFirst;

    internal int BatchDimension => batchFirst ? 0 : 1;

    internal Tensor[] Flat => _weights.Flat;

    private long Directions => bidirectional ? 2 : 1;

    /// <summary>Layer by layer, forwards before backwards: input and hidden weights, then biases; all from U(-1/√hidden, 1/√hidden).</summary>
    internal IEnumerable<(string name, Parameter parameter)> Create()
    {
        Require(dropout is >= 0 and <= 1, "dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
        var created = new List<(string, Parameter)>();
        for (var layer = 0; layer < layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 0 ? "" : "_reverse")}";
                void Add(string kind, params long[] shape) => created.Add((kind + suffix, _weights.Add(kind + suffix, null, ScalarType.Float32, shape)));
                Add("weight_ih", gates * hiddenSize, layer == 0 ? inputSize : Directions * hiddenSize);
                Add("weight_hh", gates * hiddenSize, hiddenSize);
                if (!bias)
                    continue;
                Add("bias_ih", gates * hiddenSize);
                Add("bias_hh", gates * hiddenSize);
            }
        }

        _weights.DrawUniform(1 / Math.Sqrt(hiddenSize));
        return created;
    }

    internal Parameter? Get(string name) => _weights.Get(name);

    internal void Follow(torch.nn.Module module) => _weights.Follow(module);

    internal Tensor Zeros(Tensor input) => Zeros(input, input.shape[BatchDimension]);

    internal Tensor Zeros(torch.nn.utils.rnn.PackedSequence input) => Zeros(input.data, input.LargestBatch);

    internal void Check(Tensor input, long rank, long batch, params ReadOnlySpan<Tensor> hidden)
    {
        Require(input.dim() == rank, $"input must have {rank} dimensions, got {input.dim()}");
        var features = input.shape[^1];
        Require(features == inputSize, $"input.size(-1) must be equal to input_size. Expected {inputSize}, got {features}");
        long[] expected = [Directions * layers, batch, hiddenSize];
        foreach (var state in hidden)
        {
            Require(
                state.shape.AsSpan().SequenceEqual(expected),
                $"Expected hidden size {string.Join(" ", expected)}, got [{string.Join(", ", state.shape)}]");
        }
    }

    public void Dispose() => _weights.Dispose();

    private Tensor Zeros(Tensor like, long batch) =>
        torch.zeros(Directions * layers, batch, hiddenSize, dtype: like.dtype, device: like.device);

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new ExternalException(message);
    }
}
