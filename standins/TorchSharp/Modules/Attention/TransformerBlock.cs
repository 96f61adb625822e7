using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Modules;

/// <summary>A layer of a transformer, encoding or decoding (Vaswani et al., 2017): attention and a small network, each added and normalized.</summary>
internal sealed class TransformerBlock
{
    private readonly NativeWeights _weights;
    private readonly string _prefix;
    private readonly TransformerShape _shape;
    private readonly AttentionBlock _self;
    private readonly AttentionBlock? _other;

    internal TransformerBlock(NativeWeights weights, string prefix, TransformerShape shape, bool decodes)
    {
        (_weights, _prefix, _shape) = (weights, prefix, shape);
        _self = new AttentionBlock(weights, prefix + "self_attn.", shape.Width, shape.Heads, shape.Dropout);
        _other = decodes ? new AttentionBlock(weights, prefix + "multihead_attn.", shape.Width, shape.Heads, shape.Dropout) : null;
    }

    /// <summary>In libtorch's order.</summary>
    internal IEnumerable<(string name, Parameter parameter)> Create() => _other is null
        ? [.. _self.Create(), .. First(), .. Second(), .. Norm("norm1"), .. Norm("norm2")]
        : [.. _self.Create(), .. _other.Create(), .. First(), .. Second(), .. Norm("norm1"), .. Norm("norm2"), .. Norm("norm3")];

    /// <summary>Draws what libtorch draws for the parts of a copy, which it makes by themselves once more, and theirs again; all of it for nothing.</summary>
    internal void DrawParts()
    {
        using var scope = torch.NewDisposeScope();
        using var nowhere = new NativeWeights();
        var again = new TransformerBlock(nowhere, "", _shape, _other is not null);
        foreach (var attention in new[] { again._self, again._other }.OfType<AttentionBlock>())
        {
            attention.Create();
            Dense.Create(nowhere, "output", _shape.Width, _shape.Width);
        }

        again.First();
        again.Second();
    }

    internal Tensor Encode(Tensor source, Tensor? mask, Tensor? padding, bool training)
    {
        using var scope = torch.NewDisposeScope();
        var seen = Normalize("norm1", source + Drop(_self.Forward(source, source, source, padding, false, mask, training).output, training));
        return Normalize("norm2", seen + Drop(Think(seen, training), training)).MoveToOuterDisposeScope();
    }

    internal Tensor Decode(Tensor target, Tensor memory, Tensor? mask, Tensor? memoryMask, Tensor? padding, Tensor? memoryPadding, bool training)
    {
        using var scope = torch.NewDisposeScope();
        var own = Normalize("norm1", target + Drop(_self.Forward(target, target, target, padding, false, mask, training).output, training));
        var seen = Normalize("norm2", own + Drop(_other!.Forward(own, memory, memory, memoryPadding, false, memoryMask, training).output, training));
        return Normalize("norm3", seen + Drop(Think(seen, training), training)).MoveToOuterDisposeScope();
    }

    private IEnumerable<(string name, Parameter parameter)> First() => Dense.Create(_weights, _prefix + "linear1", _shape.Width, _shape.Inner);

    private IEnumerable<(string name, Parameter parameter)> Second() => Dense.Create(_weights, _prefix + "linear2", _shape.Inner, _shape.Width);

    private IEnumerable<(string name, Parameter parameter)> Norm(string name) => Dense.CreateNorm(_weights, _prefix + name, _shape.Width);

    private Tensor Think(Tensor input, bool training)
    {
        var inner = Dense.Forward(_weights, _prefix + "linear1", input);
        return Dense.Forward(_weights, _prefix + "linear2", Drop(_shape.Activation == torch.nn.Activations.GELU ? F.gelu(inner) : F.relu(inner), training));
    }

    private Tensor Normalize(string name, Tensor input) => Dense.Normalize(_weights, _prefix + name, input);

    private Tensor Drop(Tensor input, bool training) => F.dropout(input, _shape.Dropout, training);
}

internal sealed record TransformerShape(long Width, long Heads, long Inner, double Dropout, torch.nn.Activations Activation);
