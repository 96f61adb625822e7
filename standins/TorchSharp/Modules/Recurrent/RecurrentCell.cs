using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

/// <summary>The weights of one recurrent step, and the checks of what comes in.</summary>
internal sealed class RecurrentCell(long gates, long inputSize, long hiddenSize, bool bias) : IDisposable
{
    private readonly NativeWeights _weights = new();

    internal Tensor InputWeight => _weights[0];

    internal Tensor HiddenWeight => _weights[1];

    internal Tensor? InputBias => bias ? _weights[2] : null;

    internal Tensor? HiddenBias => bias ? _weights[3] : null;

    internal IEnumerable<(string name, Parameter parameter)> Create()
    {
        var created = new List<(string, Parameter)>();
        void Add(string name, params long[] shape) => created.Add((name, _weights.Add(name, null, ScalarType.Float32, shape)));
        Add("weight_ih", gates * hiddenSize, inputSize);
        Add("weight_hh", gates * hiddenSize, hiddenSize);
        if (bias)
        {
            Add("bias_ih", gates * hiddenSize);
            Add("bias_hh", gates * hiddenSize);
        }

        _weights.DrawUniform(1 / Math.Sqrt(hiddenSize));
        return created;
    }

    internal Parameter? Get(string name) => _weights.Get(name);

    internal void Replace(string name, Tensor value) => _weights.Replace(name, value);

    internal Tensor Zeros(Tensor input) => torch.zeros(input.shape[0], hiddenSize, dtype: input.dtype, device: input.device);

    internal void Check(Tensor input, params ReadOnlySpan<Tensor> hidden)
    {
        var features = input.shape[^1];
        if (features != inputSize)
            throw new ExternalException($"input has inconsistent input_size: got {features} expected {inputSize}");
        foreach (var state in hidden)
        {
            if (state.shape[0] != input.shape[0])
                throw new ExternalException($"Input batch size {input.shape[0]} doesn't match hidden batch size {state.shape[0]}");
            if (state.shape[^1] != hiddenSize)
                throw new ExternalException($"hidden has inconsistent hidden_size: got {state.shape[^1]}, expected {hiddenSize}");
        }
    }

    public void Dispose() => _weights.Dispose();
}
