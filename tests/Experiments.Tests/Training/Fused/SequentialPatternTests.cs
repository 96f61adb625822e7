using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training.Fused;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Activation = Experiments.Models.Activation;

namespace Experiments.Tests.Training.Fused;

public sealed class SequentialPatternTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Linear_activation_and_dropout_in_turn_are_the_layers_of_a_perceptron()
    {
        var layers = Layers(() => nn.Sequential(
            nn.Flatten(), nn.Linear(6, 5), nn.Sigmoid(), nn.Dropout(0.2), nn.Linear(5, 4), nn.Tanh(), new StandardDropout(0.3),
            nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2)));

        Assert.Equal(
            [(6, Activation.Sigmoid, 0.2, false), (5, Activation.Tanh, 0.3, true), (4, Activation.Relu, 0, false), (3, null, 0, false)],
            layers.Select(layer => ((int)layer.Linear.in_features, layer.Activation, layer.DropRate, layer.IsStandard)));
    }

    [Fact]
    public void A_Sequential_inside_is_flattened() =>
        Assert.Equal(
            [Activation.Relu, null],
            Layers(() => nn.Sequential(nn.Sequential(nn.Linear(6, 5), nn.ReLU()), nn.Sequential(nn.Linear(5, 2))))
                .Select(layer => layer.Activation));

    [Fact]
    public void One_linear_layer_is_a_perceptron() => Assert.Single(Layers(() => nn.Sequential(nn.Linear(6, 2))));

    [Fact]
    public void Dropout_without_an_activation_is_taken() =>
        Assert.Equal(0.2, Layers(() => nn.Sequential(nn.Linear(6, 5), nn.Dropout(0.2), nn.Linear(5, 2)))[0].DropRate);

    public static TheoryData<string, Func<nn.Module>> Refused => new()
    {
        { "Linear is no Sequential", () => nn.Linear(2, 2) },
        { "Derived is no Sequential", () => new Derived() },
        { "it does not know Derived", () => nn.Sequential(nn.Linear(2, 2), new Derived()) },
        { "there is no Linear", () => nn.Sequential(nn.Flatten()) },
        { "it does not know ReLU before the first Linear", () => nn.Sequential(nn.ReLU(), nn.Linear(2, 2)) },
        { "it does not know Dropout before the first Linear", () => nn.Sequential(nn.Dropout(0.5), nn.Linear(2, 2)) },
        { "it does not know Conv2d before the first Linear", () => nn.Sequential(nn.Conv2d(1, 1, 3), nn.Linear(2, 2)) },
        { "it does not know GELU", () => nn.Sequential(nn.Linear(2, 2), nn.GELU(), nn.Linear(2, 2)) },
        { "it does not know ReLU", () => nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5), nn.ReLU(), nn.Linear(2, 2)) },
        { "it does not know Tanh", () => nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Tanh(), nn.Linear(2, 2)) },
        { "it does not know Dropout", () => nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5), nn.Dropout(0.5), nn.Linear(2, 2)) },
        { "the last layer has an activation or dropout", () => nn.Sequential(nn.Linear(2, 2), nn.Sigmoid()) },
        { "the last layer has an activation or dropout", () => nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.5)) },
        { "a Linear has no bias", () => nn.Sequential(nn.Linear(2, 2, hasBias: false)) },
        { "layers do not fit together", () => nn.Sequential(nn.Linear(2, 3), nn.Linear(2, 2)) },
        { "a Linear is used twice", () => nn.Linear(2, 2) is var linear ? nn.Sequential(linear, nn.ReLU(), linear) : null! },
        { "parameters are not in single precision", () => nn.Sequential(nn.Linear(2, 2, dtype: ScalarType.Float64)) },
        { "some parameters are frozen", () => nn.Linear(2, 2) is var linear ? Frozen(linear) : null! },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_plain_perceptron_is_refused_with_a_reason(string reason, Func<nn.Module> build) =>
        Assert.Equal(reason, SequentialPattern.Match(SmallModels.Drawn(build), out _));

    private static IReadOnlyList<FusedLayer> Layers(Func<nn.Module> build)
    {
        Assert.Null(SequentialPattern.Match(SmallModels.Drawn(build), out var layers));
        return layers;
    }

    private static Sequential Frozen(Linear linear)
    {
        linear.bias!.requires_grad = false;
        return nn.Sequential(linear);
    }

    private sealed class Derived() : Sequential(("linear", nn.Linear(2, 2)))
    {
        public override string GetName() => nameof(Derived);
    }
}
