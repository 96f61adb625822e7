using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>What initial values look like, whatever is drawn.</summary>
public sealed class InitializerTests
{
    [Theory]
    [InlineData(0, 3, 1.0)]
    [InlineData(2.23606797749979, 3, 0.5773502691896258)] // a = √5: 1 / √fanIn, as the layers do it
    public void Kaiming_uniform_fills_its_interval(double a, int fanIn, double share)
    {
        using var scope = NewDisposeScope();
        var bound = a == 0 ? Math.Sqrt(6.0 / fanIn) : share;
        Fills(nn.init.kaiming_uniform_(zeros(4000, fanIn), a), bound);
    }

    [Fact]
    public void Xavier_uniform_fills_its_interval()
    {
        using var scope = NewDisposeScope();
        Fills(nn.init.xavier_uniform_(zeros(100, 200), 2), 2 * Math.Sqrt(6.0 / 300));
    }

    [Fact]
    public void Xavier_normal_draws_uniformly_as_the_package_does()
    {
        using var scope = NewDisposeScope();
        Fills(nn.init.xavier_normal_(zeros(100, 200)), Math.Sqrt(6.0 / 300));
    }

    [Fact]
    public void Kaiming_normal_has_the_deviation_that_keeps_relus_alive()
    {
        using var scope = NewDisposeScope();
        var weights = nn.init.kaiming_normal_(zeros(400, 100), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        Assert.Equal(Math.Sqrt(2.0 / 400), weights.std().ToDouble(), 0.002);
        Assert.Equal(0, weights.mean().ToDouble(), 0.003);
    }

    [Fact]
    public void Orthogonal_rows_or_columns()
    {
        using var scope = NewDisposeScope();
        var wide = nn.init.orthogonal_(zeros(3, 5, dtype: float64), 2);
        Given.Near(Given.Numbers(eye(3, dtype: float64) * 4), wide.mm(wide.t()), 1e-5);
        var tall = nn.init.orthogonal_(zeros(5, 3, dtype: float64));
        Given.Near(Given.Numbers(eye(3, dtype: float64)), tall.t().mm(tall), 1e-5);
    }

    [Fact]
    public void A_dirac_convolution_passes_channels_through()
    {
        using var scope = NewDisposeScope();
        var weight = nn.init.dirac_(empty(2, 2, 3, dtype: float64));
        var input = Given.Sines(1, 1, 2, 6);
        Given.Near(Given.Numbers(input), nn.functional.conv1d(input, weight, padding: 1));
    }

    [Fact]
    public void Sparse_columns_have_their_share_of_zeros()
    {
        using var scope = NewDisposeScope();
        var weights = nn.init.sparse_(ones(10, 4), 0.25);
        Assert.Equal([3L, 3, 3, 3], (weights == 0).sum(0L).data<long>().ToArray());
    }

    [Fact]
    public void Vectors_have_no_fans()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => nn.init.kaiming_uniform_(zeros(3)));
        Assert.Throws<ArgumentException>(() => nn.init.CalculateFanInAndFanOut(zeros(3)));
    }

    private static void Fills(Tensor drawn, double bound)
    {
        Assert.InRange(drawn.max().ToDouble(), 0.98 * bound, bound);
        Assert.InRange(drawn.min().ToDouble(), -bound, -0.98 * bound);
        Assert.Equal(bound / Math.Sqrt(3), drawn.std().ToDouble(), 0.02 * bound);
    }
}
