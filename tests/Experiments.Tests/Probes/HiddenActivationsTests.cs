using Experiments.Models;
using Experiments.Probes;
using Experiments.Tests.Models;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

public sealed class HiddenActivationsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void They_are_the_inputs_of_every_layer_but_the_first()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 36, 20, 17, 10 }, Activation.Tanh, Initializer.LeCunNormal).Build(0);
        var images = Images();
        var parts = module.children().Cast<nn.Module<Tensor, Tensor>>().ToList();
        var first = parts[1].call(parts[0].call(images));
        var second = parts[3].call(parts[2].call(first));

        var found = Of(module, images);

        Assert.Equal([(1, Activation.Tanh), (2, Activation.Tanh)], found.Select(layer => (layer.Layer, layer.Activation)));
        Assert.Equal(StateOf.Numbers(first), StateOf.Numbers(found[0].Values));
        Assert.Equal(StateOf.Numbers(second), StateOf.Numbers(found[1].Values));
    }

    [Fact]
    public void In_training_they_have_the_factors_of_dropout()
    {
        using var module = Model.Of(SmallModels.DroppingMlp, new[] { 36, 20, 10 }, Activation.Sigmoid, 0.5, false).Build(0);
        module.eval();
        var whole = StateOf.Numbers(Of(module, Images())[0].Values);
        module.train();
        var dropped = StateOf.Numbers(SmallModels.Drawn(() => Of(module, Images())[0].Values));

        Assert.All(whole.Zip(dropped), pair => Assert.True(pair.Second == 0 || Math.Abs(pair.Second - (2 * pair.First)) < 1e-6));
        Assert.Equal(0.5, dropped.Count(value => value == 0) / (double)dropped.Length, 0.2);
    }

    [Fact]
    public void Standard_dropout_multiplies_them_in_testing()
    {
        using var module = Model.Of(SmallModels.DroppingMlp, new[] { 36, 20, 10 }, Activation.Sigmoid, 0.25, true).Build(0);
        module.eval();
        var parts = module.children().Cast<nn.Module<Tensor, Tensor>>().ToList();

        var found = StateOf.Numbers(Of(module, Images())[0].Values);

        Assert.All(
            StateOf.Numbers(parts[1].call(parts[0].call(Images()))).Zip(found), pair => Assert.Equal(0.75 * pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void A_convolutions_activations_are_seen_by_the_layer_behind_it()
    {
        using var module = Model.Of(SmallModels.Cnn).Build(0);
        module.eval();

        var layer = Assert.Single(Of(module, Images()));

        Assert.Equal((1, Activation.Relu), (layer.Layer, layer.Activation));
        Assert.Equal([5L, 36L], layer.Values.shape);
    }

    [Fact]
    public void A_functional_activation_is_seen_and_not_named()
    {
        using var module = Model.Of(SmallModels.FunctionalDropout).Build(0);
        module.eval();

        var layer = Assert.Single(Of(module, Images()));

        Assert.Equal(Activation.Identity, layer.Activation);
        Assert.All(StateOf.Numbers(layer.Values), value => Assert.True(value >= 0));
    }

    [Fact]
    public void No_hook_stays()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 36, 20, 10 }, Activation.Tanh, Initializer.LeCunNormal).Build(0);
        var before = TensorsOfAPass();
        Of(module, Images());

        Assert.Equal(before, TensorsOfAPass());

        // A hook would copy what it sees.
        int TensorsOfAPass()
        {
            using var inner = NewDisposeScope();
            module.call(zeros(1, 36));
            return inner.DisposablesCount;
        }
    }

    private static IReadOnlyList<HiddenActivations> Of(nn.Module<Tensor, Tensor> module, Tensor images) =>
        HiddenActivations.Of(module, Layer.Of(module), images);

    private static Tensor Images() => SmallData(Experiments.Training.Loss.SoftmaxCrossEntropy, 5).Images;
}
