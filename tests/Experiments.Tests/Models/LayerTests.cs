using Experiments.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

public sealed class LayerTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Layers_are_modules_with_weights_in_the_order_of_definition()
    {
        var layers = Layer.Of(SmallModels.Drawn(SmallModels.Cnn));

        Assert.Equal([(1, typeof(Conv2d)), (2, typeof(Linear))], layers.Select(layer => (layer.Number, layer.Module.GetType())));
        Assert.All(layers, layer => Assert.Equal((1, 1), (layer.Weights.Count, layer.Biases.Count)));
    }

    [Fact]
    public void Layers_within_other_modules_come_in_the_order_of_definition_as_parameters_do()
    {
        var network = SmallModels.Drawn(() => nn.Sequential(
            nn.Sequential(nn.Linear(2, 3), nn.ReLU()), new Residual(nn.Sequential(nn.Linear(3, 3), nn.ReLU())), nn.Linear(3, 4)));

        Assert.Equal([6, 9, 12], Layer.Of(network).Select(layer => layer.Weights[0].numel()));
        Assert.Equal([6, 9, 12], network.parameters().Where(Layer.IsWeight).Select(weight => weight.numel()));
    }

    [Fact]
    public void An_LSTM_is_one_layer_of_two_weights_and_two_biases()
    {
        var layer = Layer.Of(SmallModels.Drawn(SmallModels.Lstm))[0];

        Assert.Equal((1, 2, 2), (layer.Number, layer.Weights.Count, layer.Biases.Count));
    }

    [Fact]
    public void A_module_that_is_itself_a_layer_is_found()
    {
        var linear = SmallModels.Drawn(() => nn.Linear(3, 2));

        Assert.Same(linear, Assert.Single(Layer.Of(linear)).Module);
    }

    [Fact]
    public void A_layer_that_is_used_twice_is_counted_once()
    {
        var linear = SmallModels.Drawn(() => nn.Linear(3, 3));

        Assert.Single(Layer.Of(nn.Sequential(linear, nn.Tanh(), linear)));
    }

    [Fact]
    public void Layers_of_torch_nn_draw_nothing_in_a_pass_unless_they_drop()
    {
        Assert.False(Layer.MayDraw(SmallModels.Drawn(
            () => nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(8, 3), nn.Dropout(0)))));
        Assert.True(Layer.MayDraw(SmallModels.Drawn(SmallModels.Cnn)));
    }

    [Fact]
    public void An_own_class_may_draw_even_if_it_derives_from_a_layer_that_does_not()
    {
        Assert.True(Layer.MayDraw(SmallModels.Drawn(SmallModels.OwnClass)));
        Assert.True(Layer.MayDraw(new Noisy()));
    }

    private sealed class Noisy() : Sequential(nn.Identity())
    {
        public override Tensor forward(Tensor input) => input + randn_like(input);
    }
}
