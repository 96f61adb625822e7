using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

/// <summary>Attention by several heads, and the layers made of it. Sequences are (length, batch, features).</summary>
public sealed class TransformerTests : IDisposable
{
    private static readonly string[] _encoding =
    [
        "self_attn.in_proj_weight", "self_attn.in_proj_bias", "self_attn.out_proj.weight", "self_attn.out_proj.bias", "linear1.weight", "linear1.bias",
        "linear2.weight", "linear2.bias", "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias",
    ];

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void One_head_without_projections_is_plain_attention()
    {
        var layer = nn.MultiheadAttention(4, 1);
        using (no_grad())
        {
            layer.get_parameter("in_proj_weight")!.copy_(cat([eye(4), eye(4), eye(4)], 0));
            layer.get_parameter("out_proj.weight")!.copy_(eye(4));
        }

        var (query, key, value) = (Sequence(1, 2, 3, 4), Sequence(9, 5, 3, 4), Sequence(70, 5, 3, 4));
        var expected = F.scaled_dot_product_attention(query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1)).transpose(0, 1);
        Given.Near(Given.Numbers(expected), layer.call(query, key, value).Item1, 1e-6);
    }

    [Fact]
    public void Attention_adds_to_one_and_passes_over_what_is_padded()
    {
        var layer = nn.MultiheadAttention(6, 3, kdim: 4, vdim: 4);
        var padding = tensor([false, false, true]).expand(2, 3);
        var (output, attention) = layer.call(Sequence(1, 5, 2, 6), Sequence(2, 3, 2, 4), Sequence(3, 3, 2, 4), padding);
        Assert.Equal([5, 2, 6], output.shape);
        Assert.Equal([2, 5, 3], attention.shape);
        Given.Near([.. Enumerable.Repeat(1.0, 10)], attention.sum(2), 1e-6);
        Assert.Equal(0f, attention[TensorIndex.Colon, TensorIndex.Colon, 2].abs().max().item<float>());
        Assert.True(layer.call(Sequence(1, 5, 2, 6), Sequence(2, 3, 2, 4), Sequence(3, 3, 2, 4), need_weights: false).Item2.IsInvalid);
    }

    [Fact]
    public void Weights_bear_libtorch_s_names_and_start_as_it_starts_them()
    {
        var layer = nn.MultiheadAttention(8, 2, add_bias_kv: true);
        Assert.Equal(["in_proj_weight", "in_proj_bias", "bias_k", "bias_v", "out_proj.weight", "out_proj.bias"], layer.named_parameters().Select(pair => pair.name));
        Assert.Equal([24, 8], layer.get_parameter("in_proj_weight")!.shape);
        Assert.True(layer.get_parameter("in_proj_weight")!.abs().max().item<float>() <= Math.Sqrt(6.0 / 32)); // Glorot's bound
        Assert.Equal(0f, layer.get_parameter("in_proj_bias")!.abs().max().item<float>());
        Assert.Equal(_encoding, nn.TransformerEncoderLayer(8, 2, 16).named_parameters().Select(pair => pair.name));
        Assert.Equal(
            ["self_attn", "multihead_attn", "linear1", "linear2", "norm1", "norm2", "norm3"],
            nn.TransformerDecoderLayer(8, 2, 16).named_parameters().Select(pair => pair.name.Split('.')[0]).Distinct());
    }

    [Fact]
    public void A_width_that_heads_do_not_share_evenly_is_refused() => Assert.Throws<ExternalException>(() => nn.MultiheadAttention(7, 2));

    [Fact]
    public void An_encoder_is_copies_of_its_layer_in_turn()
    {
        var layer = nn.TransformerEncoderLayer(8, 2, 16);
        var encoder = nn.TransformerEncoder(layer, 2);
        layer.eval();
        encoder.eval();
        var input = Sequence(1, 5, 3, 8);
        Given.Near(Given.Numbers(layer.call(layer.call(input))), encoder.call(input), 1e-6);
        Assert.Equal(24, encoder.parameters().Count());
        Assert.Equal("layers.1.norm2.bias", encoder.named_parameters().Last().name);
    }

    [Fact]
    public void The_past_does_not_see_the_future_through_a_mask()
    {
        var model = nn.Transformer(8, 2, 1, 1, 16);
        model.eval();
        var (source, target) = (Sequence(1, 4, 2, 8), Sequence(5, 3, 2, 8));
        var mask = full([3, 3], float.NegativeInfinity).triu(1);
        var before = model.call(source, target, null!, mask);
        var other = target.clone();
        other[2] = zeros(2, 8);
        var after = model.call(source, other, null!, mask);
        Given.Near(Given.Numbers(before[..2]), after[..2], 1e-6);
        Assert.False(before[2].allclose(after[2]));
        Assert.Throws<ExternalException>(() => model.call(source, Sequence(1, 3, 1, 8)));
    }

    [Fact]
    public void A_transformer_is_kept_in_a_file()
    {
        var (saved, loaded) = (nn.Transformer(8, 2, 1, 1, 16), nn.Transformer(8, 2, 1, 1, 16));
        var file = new MemoryStream();
        saved.save(file);
        loaded.load(new MemoryStream(file.ToArray()));
        saved.eval();
        loaded.eval();
        var (source, target) = (Sequence(1, 4, 2, 8), Sequence(5, 3, 2, 8));
        Given.Near(Given.Numbers(saved.call(source, target)), loaded.call(source, target));
    }

    [Fact]
    public void An_encoder_learns_which_word_comes_first()
    {
        // Two words in either order; only the first one's place tells.
        var (words, read) = (nn.Embedding(4, 8), nn.Linear(8, 2));
        var encoder = nn.TransformerEncoderLayer(8, 2, 16, dropout: 0);
        var places = nn.Parameter(randn(2, 1, 8));
        var input = tensor(new long[,] { { 0, 1, 0, 2 }, { 1, 0, 2, 0 } });
        var target = tensor(new long[] { 0, 1, 0, 1 });
        Parameter[] parameters = [.. words.parameters(), .. read.parameters(), .. encoder.parameters(), places];
        using (no_grad())
        {
            foreach (var (parameter, seed) in parameters.Select((parameter, number) => (parameter, (ulong)number)))
                parameter.uniform_(-0.5, 0.5, new Generator(seed));
        }

        var optimizer = optim.Adam(parameters, 0.02);
        var loss = 0f;
        for (var step = 0; step < 60; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            var value = F.cross_entropy(read.call(encoder.call(words.call(input) + places).mean([0])), target);
            value.backward();
            optimizer.step();
            loss = value.item<float>();
        }

        Assert.True(loss < 0.05, $"{loss}");
    }

    private static Tensor Sequence(double first, params long[] shape) => Given.Sines(first, shape).to(float32);
}
