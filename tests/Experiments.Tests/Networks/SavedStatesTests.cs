using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Networks;

public sealed class SavedStatesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_saved_replica_comes_back_bit_by_bit_and_the_others_stay(bool separate)
    {
        using var scope = NewDisposeScope();
        Architecture plan = separate ? new EachSeedAlone("normed", (2, 20), _ => nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.Linear(5, 3))) : new Mlp([4, 5, 3], Activation.Tanh, Init.HeNormal, Init.StandardNormal);
        using var network = plan.Build([new(0), new(1)]);
        using var saved = new SavedStates(network, 2);
        var before = network.StateOf(1).Select(Bits).ToList();
        saved.Save(0);
        saved.Save(1);
        Move(network);
        var other = network.StateOf(0).Select(Bits).ToList();

        saved.Restore(1);

        Assert.Equal(before, network.StateOf(1).Select(Bits));
        Assert.Equal(other, network.StateOf(0).Select(Bits));
        Assert.Equal(separate ? 9 : 4, before.Count); // batch normalization keeps a mean, a variance and a count
    }

    private static void Move(Network network)
    {
        using var withoutGraph = no_grad();
        foreach (var values in network.StateOf(0).Concat(network.StateOf(1)))
        {
            values.add_(1);
        }
    }

    private static string Bits(Tensor values) => Convert.ToHexString(values.contiguous().bytes.ToArray());
}
