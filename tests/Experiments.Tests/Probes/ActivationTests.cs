using Experiments.Networks;
using Experiments.Probes;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

public sealed class ActivationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // Weights 0 and biases ±2, 0: every image has the activations tanh 2, 0, −tanh 2, 0.
    [Fact]
    public void Mean_deviation_and_saturation_are_those_of_the_numbers()
    {
        using var network = WithBiases(Activation.Tanh, 3, 0, -3, 0);

        var found = Assert.Single(ActivationStatistics.Of(network, zeros(6, 2), 2));

        Assert.Equal(1, found.Layer);
        Assert.All(found.Mean, mean => Assert.Equal(0, mean, 1e-7));
        Assert.All(found.Deviation, deviation => Assert.Equal(Math.Tanh(3) / Math.Sqrt(2), deviation, 1e-6));
        Assert.All(found.Saturated, saturated => Assert.Equal(0.5, saturated));
    }

    [Theory]
    [InlineData("sigmoid", 0.75)] // σ(±5) lies within 0.01 of 0 and 1; so does σ(9)
    [InlineData("ReLU", 0.5)] // 0 and −5 give 0
    [InlineData("tanh", 0.75)]
    [InlineData("identity", 0)]
    public void Saturation_is_where_the_function_is_flat(string name, double expected)
    {
        var activation = new[] { Activation.Sigmoid, Activation.Relu, Activation.Tanh, Activation.Identity }.Single(one => one.Name == name);
        using var network = WithBiases(activation, 5, 0, -5, 9);

        Assert.Equal(expected, ActivationStatistics.Of(network, zeros(3, 2), 2)[0].Saturated[1]);
    }

    [Fact]
    public void Activations_of_a_tiny_scale_keep_their_deviation()
    {
        using var network = WithBiases(Activation.Identity, 1e-25f, -1e-25f, 1e-25f, -1e-25f);

        Assert.Equal(1e-25, ActivationStatistics.Of(network, zeros(3, 2), 2)[0].Deviation[0], 1e-30);
    }

    [Fact]
    public void Only_hidden_layers_are_measured_and_counted_from_1()
    {
        using var network = new Mlp([4, 3, 3, 2], Activation.Relu, Init.HeNormal, Init.Zeros).Build([new(0)]);

        Assert.Equal([1, 2], ActivationStatistics.Of(network, ones(5, 4), 1).Select(layer => layer.Layer));
    }

    [Fact]
    public void A_histogram_has_its_bins_between_the_functions_bounds()
    {
        using var network = WithBiases(Activation.Tanh, 3, 0.1f, -3, 0.6f);

        var histogram = ActivationHistogram.Of(network, zeros(3, 2), 2, bins: 4)[1];

        Assert.Equal((1, 1, -1.0, 1.0), (histogram.Layer, histogram.Replica, histogram.Low, histogram.High));
        Assert.Equal([0.25, 0, 0.25, 0.5], histogram.Fractions);
    }

    [Fact]
    public void A_histogram_without_bounds_reaches_from_the_least_to_the_greatest_activation()
    {
        using var network = WithBiases(Activation.Relu, 8, 2, -3, 5);

        var histogram = ActivationHistogram.Of(network, zeros(3, 2), 2, bins: 2)[0];

        Assert.Equal((0.0, 8.0), (histogram.Low, histogram.High));
        Assert.Equal([0.5, 0.5], histogram.Fractions);
    }

    [Fact]
    public void Activations_that_are_not_finite_or_all_the_same_have_no_histogram_or_one_bin()
    {
        using var infinite = WithBiases(Activation.Relu, float.PositiveInfinity, 1, 2, 3);
        using var same = WithBiases(Activation.Identity, 2, 2, 2, 2);

        Assert.Empty(ActivationHistogram.Of(infinite, zeros(3, 2), 2, bins: 3));
        Assert.Equal([1, 0, 0], ActivationHistogram.Of(same, zeros(3, 2), 2, bins: 3)[0].Fractions);
    }

    // 400 masks over 64 units and 20 images at p ½: the ratio spreads by about 1 / √(400 · 64).
    [Theory]
    [InlineData(DropoutForm.Inverted)]
    [InlineData(DropoutForm.Standard)]
    public void Under_dropout_a_layers_expected_activation_is_that_of_testing(DropoutForm form)
    {
        using var network = new Mlp([10, 64, 64, 3], Activation.Relu, Init.HeNormal, Init.Zeros) { Dropout = new(0.5, form) }.Build([new(0), new(1)]);
        using var generator = new Generator(8);

        var found = DroppedActivations.Of(network, zeros(20, 10).uniform_(0, 1, generator), 2, masks: 400);

        Assert.Equal([1, 2], found.Select(layer => layer.Layer));
        Assert.All(found[0].Ratio, ratio => Assert.Equal(1, ratio, 0.03));
        Assert.All(found[0].Distance, distance => Assert.InRange(distance, 0.01, 0.1)); // √(p / (1 − p) / 400) = 0.05
    }

    private static Network WithBiases(Activation activation, params float[] biases)
    {
        var network = new Mlp([2, 4, 2], activation, Init.Zeros, Init.Zeros).Build([new(0), new(1)]);
        using var withoutGraph = no_grad();
        network.Trained[1].Value.copy_(tensor(biases, [1, 1, 4]));
        return network;
    }
}
