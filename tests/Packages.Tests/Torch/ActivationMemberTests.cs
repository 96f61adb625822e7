using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Torch;

/// <summary>Activations as members of the tensor give what the functions of the same names give.</summary>
public sealed class ActivationMemberTests : IDisposable
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Member, Func<Tensor, Tensor> Function)> _pairs = new()
    {
        ["relu6"] = (x => x.relu6(), x => F.relu6(x)),
        ["celu"] = (x => x.celu(0.7), x => F.celu(x, 0.7)),
        ["elu"] = (x => x.elu(0.7), x => F.elu(x, 0.7)),
        ["gelu"] = (x => x.gelu(), x => F.gelu(x)),
        ["glu"] = (x => x.glu(), x => F.glu(x)),
        ["hardsigmoid"] = (x => x.hardsigmoid(), x => F.hardsigmoid(x)),
        ["hardswish"] = (x => x.hardswish(), x => F.hardswish(x)),
        ["leaky_relu"] = (x => x.leaky_relu(0.2), x => F.leaky_relu(x, 0.2)),
        ["selu"] = (x => x.selu(), x => F.selu(x)),
        ["silu"] = (x => x.silu(), x => F.silu(x)),
        ["log_sigmoid"] = (x => x.log_sigmoid(), x => F.logsigmoid(x)),
        ["softplus"] = (x => x.softplus(2, 10), x => F.softplus(x, 2, 10)),
        ["threshold"] = (x => x.threshold(0.1, -3), x => F.threshold(x, 0.1, -3)),
        ["rrelu"] = (x => x.rrelu(), x => F.leaky_relu(x, (1 / 8.0 + 1 / 3.0) / 2)),
    };

    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. _pairs.Keys];

    public void Dispose() => scope.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_and_the_function_agree(string name)
    {
        var x = linspace(-4, 4, 10, dtype: float64);
        var (member, function) = _pairs[name];
        Assert.True(member(x).allclose(function(x)), name);
    }

    [Fact]
    public void Means_and_spreads_come_together_along_dimensions()
    {
        var x = tensor(new double[,] { { 1, 3 }, { 5, 9 } });
        var (spread, mean) = x.std_mean(1, unbiased: false);
        Assert.Equal([1.0, 2.0], spread.data<double>().ToArray());
        Assert.Equal([2.0, 7.0], mean.data<double>().ToArray());
        var (variance, _) = torch.var_mean(x, (0, 1), unbiased: false, keepdim: true);
        Assert.Equal([1, 1], variance.shape);
        Assert.Equal(8.75, variance.item<double>());
    }

    [Fact]
    public void The_kth_value_and_running_extremes_tell_where_they_are()
    {
        var x = tensor(new float[] { 3, 1, 2 });
        Assert.Equal((2f, 2L), (x.kthvalue(2, null).values.item<float>(), x.kthvalue(2, null).indices.item<long>()));
        Assert.Equal([3f, 1f, 1f], cummin(x, 0).values.data<float>().ToArray());
        Assert.Equal([0L, 0, 0], cummax(x, 0).indices.data<long>().ToArray());
        Assert.Equal(5f, tensor(new float[] { 0, 0 }).dist(tensor(new float[] { 3, 4 })).item<float>());
    }
}
