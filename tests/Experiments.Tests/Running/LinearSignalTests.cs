using Experiments.Models;
using Experiments.Running;

namespace Experiments.Tests.Running;

public class LinearSignalTests
{
    [Theory]
    [InlineData(0.5, "W = 0.5 I")]
    [InlineData(1, "W = I")]
    [InlineData(1.5, "W = 1.5 I")]
    public void A_signal_grows_by_the_factor_from_layer_to_layer(double factor, string name)
    {
        var rows = LinearSignal.Of(factor).Compute(new RandomStreams(3), TestContext.Current.CancellationToken).ToList();

        Assert.Equal(name, LinearSignal.NameOf(factor));
        Assert.Equal(Enumerable.Range(1, 30), rows.Select(row => row.Layer!.Value));
        Assert.All(rows.Zip(LinearSignal.ClosedForm(factor)), pair => Assert.Equal(1, pair.First.Value / pair.Second, 1e-5));
    }
}
