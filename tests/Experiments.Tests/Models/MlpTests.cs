using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

public class MlpTests
{
    private static readonly int[] Sizes = [6, 5, 5, 3];

    [Fact]
    public void It_is_the_sequence_that_one_would_write_with_the_same_initial_values()
    {
        var weights = Initializer.HeNormal;

        var (mlp, written) = Both(
            () => Mlp.Of(Sizes, Activation.Tanh, weights, Initializer.StandardNormal),
            () => nn.Sequential(Start(6, 5), nn.Tanh(), Start(5, 5), nn.Tanh(), Start(5, 3)));

        Assert.Equal(written, mlp);

        nn.Module<Tensor, Tensor> Start(int inputs, int units) =>
            nn.Linear(inputs, units).Start(weights, Initializer.StandardNormal);
    }

    [Fact]
    public void Without_a_rule_it_has_the_default_initial_values_and_modules_of_any_kind_follow_hidden_layers()
    {
        var (mlp, written) = Both(
            () => Mlp.Of(Sizes, null, null, units => [nn.BatchNorm1d(units), nn.ReLU()]),
            () => nn.Sequential(
                nn.Linear(6, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Linear(5, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Linear(5, 3)));

        Assert.Equal(written, mlp);
    }

    [Fact]
    public void Two_sizes_make_a_single_layer() =>
        Assert.Single(SmallModels.Drawn(() => Mlp.Of([6, 3], Activation.Relu)).children());

    // Types in order, names, and values of all parameters.
    private static (string First, string Second) Both(Func<nn.Module<Tensor, Tensor>> first, Func<nn.Module<Tensor, Tensor>> second)
    {
        using var scope = NewDisposeScope();
        return (Text(SmallModels.Drawn(first)), Text(SmallModels.Drawn(second)));

        static string Text(nn.Module module) => string.Join("; ", module.children().Select(part => part.GetName()).Concat(
            module.named_parameters().Select(pair => $"{pair.name}: {string.Join(' ', StateOf.Numbers(pair.parameter))}")));
    }
}
