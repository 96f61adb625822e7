using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

public sealed class AttentionTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void A_query_alike_to_all_keys_gives_the_mean_of_the_values() =>
        Given.Near([2], F.scaled_dot_product_attention(ones(1, 1, 4), ones(1, 3, 4), tensor(new float[,,] { { { 1 }, { 2 }, { 3 } } })), 1e-6);

    [Fact]
    public void Weights_are_the_softmax_of_products_over_the_root_of_the_width()
    {
        var (query, key) = (full(1, 1, 4, 1f), stack([zeros(1, 4), ones(1, 4)], 1));
        var value = tensor(new float[,,] { { { 0 }, { 1 } } });
        Given.Near([1 / (1 + Math.Exp(-2))], F.scaled_dot_product_attention(query, key, value), 1e-6); // 4 / √4 against 0
    }

    [Fact]
    public void Nothing_looks_into_the_future_or_behind_a_mask()
    {
        var value = tensor(new float[,,] { { { 1 }, { 3 }, { 8 } } });
        Given.Near([1, 2, 4], F.scaled_dot_product_attention(ones(1, 3, 2), ones(1, 3, 2), value, is_casual: true), 1e-6);
        var mask = tensor([true, false, true]);
        Given.Near([4.5], F.scaled_dot_product_attention(ones(1, 1, 2), ones(1, 3, 2), value, mask.view(1, 3)), 1e-6);
        Given.Near([8], F.scaled_dot_product_attention(ones(1, 1, 2), ones(1, 3, 2), value, tensor(new float[,] { { 0, 0, 100 } })), 1e-6);
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(ones(1, 1, 2), ones(1, 3, 2), value, mask, is_casual: true));
    }
}
