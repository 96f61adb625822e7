using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Networks;

public sealed class DropoutTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<DropoutRule> Rules => [DropoutRule.Inverted(0.5), DropoutRule.Inverted(0.2), DropoutRule.Standard(0.3), DropoutRule.DropConnect(0.4)];

    // Two networks of the same seeds draw the same masks, so one can differentiate by hand and the other by autograd.
    [Theory]
    [MemberData(nameof(Rules))]
    public void The_gradient_by_hand_is_autograds_on_the_same_masks(DropoutRule rule)
    {
        using var byHand = Build(rule, Activation.Tanh, 0, 1);
        using var byGraph = Build(rule, Activation.Tanh, 0, 1);
        var images = Numbers([2, 6, 7]);
        var towards = Numbers([2, 6, 3]);
        for (var step = 0; step < 2; step++)
        {
            var gradients = byHand.Gradients(images, _ => towards.clone());
            byGraph.zero_grad();
            autograd.backward(byGraph.forward(images), towards);

            Assert.True(gradients.Zip(byGraph.Trained).All(pair => (pair.First - pair.Second.Value.grad!).abs().max().item<float>() < 1e-5f));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_gradient_in_testing_is_autograds_and_needs_no_masks(DropoutRule rule)
    {
        using var network = Build(rule, Activation.Sigmoid, 0, 1);
        network.eval();
        var images = Numbers([2, 6, 7]);
        var towards = Numbers([2, 6, 3]);

        var gradients = network.Gradients(images, _ => towards.clone());
        autograd.backward(network.forward(images), towards);

        Assert.True(gradients.Zip(network.Trained).All(pair => (pair.First - pair.Second.Value.grad!).abs().max().item<float>() < 1e-5f));
        Assert.Equal(Bits(network.forward(images)), Bits(network.forward(images)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_seeds_masks_are_the_same_whoever_is_trained_beside_it(DropoutRule rule)
    {
        using var alone = Build(rule, Activation.Relu, 4);
        using var together = Build(rule, Activation.Relu, 2, 4, 9);
        var images = Numbers([1, 6, 7]);
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(Bits(alone.forward(images)[0]), Bits(together.forward(images.expand(3, -1, -1))[1]));
        }
    }

    [Fact]
    public void Every_step_seed_and_layer_has_a_mask_of_its_own()
    {
        using var masks = new DropoutMasks(DropoutRule.Inverted(0.5), [new(0), new(1)], hiddenLayers: 2);
        var like = zeros(2, 4, 50);

        var drawn = new[] { masks.OfUnits(1, like, training: true)!, masks.OfUnits(1, like, training: true)!, masks.OfUnits(2, like, training: true)! }
            .SelectMany(mask => new[] { mask[0], mask[1] })
            .Select(mask => string.Concat(Bits(mask).Select(bits => bits == 0 ? '0' : '1')))
            .ToList();

        Assert.Equal(6, drawn.Distinct().Count());
    }

    // 200,000 draws: the fraction dropped spreads by √(p (1 − p) / 200,000) < 0.0012; 5 deviations.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void The_rate_is_the_fraction_that_is_dropped(double rate)
    {
        using var masks = new DropoutMasks(DropoutRule.Inverted(rate), [new(0), new(1)], hiddenLayers: 1);

        var mask = masks.OfUnits(1, zeros(2, 100, 1000), training: true)!;

        Assert.Equal(rate, mask.eq(0).to(ScalarType.Float64).mean().item<double>(), 0.006);
        Assert.Equal(1 / (1 - rate), mask.max().item<float>(), 1e-6);
    }

    [Fact]
    public void DropConnect_drops_weights_out_of_hidden_units_and_leaves_the_inputs_weights()
    {
        using var masks = new DropoutMasks(DropoutRule.DropConnect(0.5), [new(0)], hiddenLayers: 1);

        Assert.Null(masks.OfWeights(0, zeros(1, 7, 5), training: true));
        Assert.Null(masks.OfWeights(1, zeros(1, 5, 3), training: false));
        Assert.Equal([0f, 2f], masks.OfWeights(1, zeros(1, 20, 30), training: true)!.reshape(-1).data<float>().ToArray().Distinct().Order());
        Assert.Null(masks.OfUnits(1, zeros(1, 4, 5), training: true));
    }

    [Fact]
    public void Inverted_and_standard_dropout_differ_by_the_same_factor_in_training_and_in_testing()
    {
        var (inverted, standard) = (DropoutRule.Inverted(0.2), DropoutRule.Standard(0.2));
        var activations = Numbers([3, 4]);
        using var generator = new Generator(3);
        var mask = inverted.DrawMask([3, 4], generator);

        AssertClose(inverted.InTraining(activations, mask) * 0.8, standard.InTraining(activations, mask));
        AssertClose(inverted.InTesting(activations) * 0.8, standard.InTesting(activations));
        AssertClose(activations, inverted.InTesting(activations));
        AssertClose(activations * mask, standard.InTraining(activations, mask));
    }

    [Fact]
    public void A_rate_of_0_is_no_dropout_at_all()
    {
        using var network = Build(DropoutRule.Inverted(0), Activation.Relu, 0);
        using var plain = new Mlp([7, 5, 4, 3], Activation.Relu, Init.HeNormal, Init.StandardNormal).Build([new(0)]);
        var images = Numbers([1, 6, 7]);

        Assert.Equal(Bits(plain.forward(images)), Bits(network.forward(images)));
        Assert.Equal(Plan(DropoutRule.None, Activation.Relu).Description, Plan(DropoutRule.Standard(0), Activation.Relu).Description);
    }

    [Fact]
    public void A_description_says_form_and_that_the_rate_drops() =>
        Assert.EndsWith(", standard dropout, drop rate 0.3", Plan(DropoutRule.Standard(0.3), Activation.Relu).Description, StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_no_probability_below_1_is_refused(double rate) =>
        Assert.Contains("from 0 to below 1", Assert.Throws<ArgumentException>(() => DropoutRule.Inverted(rate)).Message, StringComparison.Ordinal);

    private static Mlp Plan(DropoutRule rule, Activation activation) => new([7, 5, 4, 3], activation, Init.HeNormal, Init.StandardNormal) { Dropout = rule };

    private static Network Build(DropoutRule rule, Activation activation, params int[] seeds) => Plan(rule, activation).Build([.. seeds.Select(seed => new SeedStreams(seed))]);

    private static Tensor Numbers(long[] shape)
    {
        using var generator = new Generator(42);
        return zeros(shape).normal_(0, 1, generator);
    }

    private static int[] Bits(Tensor values) => [.. values.detach().contiguous().data<float>().ToArray().Select(BitConverter.SingleToInt32Bits)];

    private static void AssertClose(Tensor expected, Tensor actual) => Assert.True((expected - actual).abs().max().item<float>() < 1e-6f);
}
