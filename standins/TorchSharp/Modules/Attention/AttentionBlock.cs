using System.Runtime.InteropServices;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Modules;

/// <summary>Attention by several heads: its weights, which it finds by their names with a prefix, and what it does with them.</summary>
internal sealed class AttentionBlock(
    NativeWeights weights, string prefix, long width, long heads, double dropout, bool bias = true, bool addBiasKeyValue = false, bool addZero = false,
    long? keyWidth = null, long? valueWidth = null)
{
    private readonly bool _sameWidths = (keyWidth ?? width) == width && (valueWidth ?? width) == width;

    /// <summary>In libtorch's order; drawn, too, as there: the output's weights before the inputs'.</summary>
    internal IEnumerable<(string name, Parameter parameter)> Create()
    {
        if (width % heads != 0)
            throw new ExternalException("embed_dim must be divisible by num_heads");
        var created = new List<(string, Parameter)>();
        if (_sameWidths)
        {
            Add("in_proj_weight", 3 * width, width);
        }
        else
        {
            Add("q_proj_weight", width, width);
            Add("k_proj_weight", width, keyWidth ?? width);
            Add("v_proj_weight", width, valueWidth ?? width);
        }

        if (bias)
            Add("in_proj_bias", 3 * width);
        if (addBiasKeyValue)
        {
            Add("bias_k", 1, 1, width);
            Add("bias_v", 1, 1, width);
        }

        created.AddRange(Dense.Create(weights, prefix + "out_proj", width, width, bias));
        foreach (var (name, parameter) in created.Where(pair => pair.Item1.EndsWith("_proj_weight", StringComparison.Ordinal)))
            torch.nn.init.xavier_uniform_(parameter);
        foreach (var (name, parameter) in created.Where(pair => pair.Item1.EndsWith("bias", StringComparison.Ordinal)))
            torch.nn.init.zeros_(parameter);
        foreach (var (name, parameter) in created.Where(pair => pair.Item1.EndsWith("bias_k", StringComparison.Ordinal) || pair.Item1.EndsWith("bias_v", StringComparison.Ordinal)))
            torch.nn.init.xavier_normal_(parameter);
        return created;

        void Add(string name, params long[] shape) => created.Add((prefix + name, weights.Add(prefix + name, null, ScalarType.Float32, shape)));
    }

    /// <summary>Of (length, batch, width); the weights, if wanted, are the mean over the heads.</summary>
    internal (Tensor output, Tensor? attention) Forward(
        Tensor query, Tensor key, Tensor value, Tensor? keyPadding, bool needWeights, Tensor? mask, bool training)
    {
        using var scope = torch.NewDisposeScope();
        var (length, batch) = (query.shape[0], query.shape[1]);
        if (query.shape[2] != width)
            throw new ExternalException($"embed_dim == embed_dim_to_check INTERNAL ASSERT FAILED: expected {width}, got {query.shape[2]}");
        var (q, k, v) = Projected(query, key, value);
        q = q * (1 / Math.Sqrt(width / heads));
        if (Of("bias_k") is { } keyBias && Of("bias_v") is { } valueBias)
        {
            k = torch.cat([k, keyBias.repeat(1, batch, 1)], 0);
            v = torch.cat([v, valueBias.repeat(1, batch, 1)], 0);
            (mask, keyPadding) = (WithColumn(mask), WithColumn(keyPadding));
        }

        (q, k, v) = (ByHead(q), ByHead(k), ByHead(v));
        if (addZero)
        {
            k = torch.cat([k, torch.zeros(k.shape[0], 1, k.shape[2], dtype: k.dtype, device: k.device)], 1);
            v = torch.cat([v, torch.zeros(v.shape[0], 1, v.shape[2], dtype: v.dtype, device: v.device)], 1);
            (mask, keyPadding) = (WithColumn(mask), WithColumn(keyPadding));
        }

        var scores = q.bmm(k.transpose(1, 2));
        if (mask is not null)
            scores.add_(mask.unsqueeze(0)); // in place, as in libtorch: a mask for every head is refused
        if (keyPadding is not null)
        {
            scores = scores.view(batch, heads, length, -1).masked_fill(keyPadding.unsqueeze(1).unsqueeze(2), double.NegativeInfinity)
                .view(batch * heads, length, -1);
        }

        var attention = F.dropout(scores.softmax(-1), dropout, training);
        var joined = attention.bmm(v).transpose(0, 1).contiguous().view(length, batch, width);
        var output = Dense.Forward(weights, prefix + "out_proj", joined);
        var means = needWeights ? attention.view(batch, heads, length, -1).sum(1) / heads : null;
        return (output.MoveToOuterDisposeScope(), means?.MoveToOuterDisposeScope());

        Tensor ByHead(Tensor all) => all.contiguous().view(-1, batch * heads, width / heads).transpose(0, 1);
    }

    private (Tensor query, Tensor key, Tensor value) Projected(Tensor query, Tensor key, Tensor value)
    {
        var biases = Of("in_proj_bias")?.chunk(3);
        if (!_sameWidths)
            return (F.linear(query, Of("q_proj_weight")!, biases?[0]), F.linear(key, Of("k_proj_weight")!, biases?[1]), F.linear(value, Of("v_proj_weight")!, biases?[2]));
        var inputs = Of("in_proj_weight")!;
        if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var all = F.linear(query, inputs, Of("in_proj_bias")).chunk(3, -1);
            return (all[0], all[1], all[2]);
        }

        var each = inputs.chunk(3);
        return (F.linear(query, each[0], biases?[0]), F.linear(key, each[1], biases?[1]), F.linear(value, each[2], biases?[2]));
    }

    private static Tensor? WithColumn(Tensor? mask) =>
        mask is null ? null : torch.cat([mask, torch.zeros(mask.shape[0], 1, dtype: mask.dtype, device: mask.device)], 1);

    private Tensor? Of(string name) => weights.Find(prefix + name);
}
