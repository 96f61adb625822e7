using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public class NumericalCheckTests
{
    private const double Bound = 1e-7;

    private static readonly Activation[] Activations = [Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.Identity];

    private static readonly Penalty[] Penalties = [Penalty.None, new L2(0.1)];

    [Fact]
    public void Every_activation_with_every_loss_and_penalty_is_right_by_hand_and_by_autograd()
    {
        var combinations =
            (from activation in Activations
             from loss in Loss.All
             from penalty in Penalties
             select (Name: $"{activation}, {loss}, {penalty.Name}", Found: Of(Network(activation), loss, penalty).Of([0, 1, 2], 1e-5))).ToList();

        Assert.Equal(Activations.Length * Loss.All.Count * Penalties.Length, combinations.Count);
        Assert.All(combinations, one => Assert.All(one.Found, found =>
        {
            Assert.True(found.ByHand < Bound, $"{one.Name}: {found}");
            Assert.True(found.ByAutograd < Bound, $"{one.Name}: {found}");
        }));
    }

    [Fact]
    public void Every_parameter_is_checked_or_skipped()
    {
        var found = Of(Network(Activation.Relu), Loss.SoftmaxCrossEntropy, Penalty.None).Of([0], 0.1)[0];

        // 5-6-4-3: weights and biases
        Assert.Equal((5 * 6) + 6 + (6 * 4) + 4 + (4 * 3) + 3, found.Checked + found.Skipped);
    }

    [Fact]
    public void A_smooth_network_has_no_kinks_to_skip() =>
        Assert.Equal(0, Of(Network(Activation.Tanh), Loss.SoftmaxCrossEntropy, Penalty.None).Of([0], 0.5)[0].Skipped);

    [Fact]
    public void The_longer_the_step_the_more_parameters_cross_a_kink_of_ReLU()
    {
        var check = Of(Network(Activation.Relu), Loss.SoftmaxCrossEntropy, Penalty.None);

        int[] skipped = [.. new[] { 1e-9, 1e-2, 1 }.Select(epsilon => check.Of([0], epsilon)[0].Skipped)];

        Assert.Equal(0, skipped[0]);
        Assert.True(skipped[0] < skipped[1] && skipped[1] < skipped[2], string.Join(", ", skipped));
    }

    [Fact]
    public void Only_parameters_that_move_a_unit_across_its_kink_are_skipped()
    {
        // z = w x + b with x = 1: unit 1 stands 0.05 above its kink, unit 2 far from it. Moving by 0.1 crosses for the first alone.
        var network = new Placed(new Mlp([1, 2, 2], Activation.Relu, Init.Zeros, Init.Zeros), [[0.03, 3], [0.02, 2], [1, 2, 3, 4], [0, 0]]);
        using var scope = NewDisposeScope();
        using var built = (network with { Precision = ScalarType.Float64 }).Build([new(0)]);
        var cost = new CheckedCost(built, ones([1, 1, 1], ScalarType.Float64), tensor(new[] { 1.0, 0.0 }, [1, 1, 2]), Loss.SoftmaxCrossEntropy, Penalty.None);

        var crossing = NumericalGradient.Of(cost, 0.1)[0].Select(slope => slope.CrossesKink);

        Assert.Equal([true, false, true, false, false, false, false, false, false, false], crossing);
    }

    [Fact]
    public void A_slope_across_a_kink_would_be_far_off()
    {
        // Why they are skipped: J(θ ± ε) of ReLU at 0.05 with ε 0.1 gives 0.75, not 1.
        static double Relu(double z) => Math.Max(0, z);

        Assert.Equal(0.75, DifferenceQuotient.TwoSided(Relu(0.15), Relu(-0.05), 0.1), 1e-12);
    }

    [Fact]
    public void Any_module_is_checked_with_each_seed_alone()
    {
        var module = new EachSeedAlone("convolution", (2, 100), Convolution);

        var found = new NumericalCheck(module, Loss.SoftmaxCrossEntropy, new L2(0.1), 16, 3).Of([0, 1], 1e-5);

        Assert.Equal([(2 * 9) + 2 + (8 * 3) + 3, (2 * 9) + 2 + (8 * 3) + 3], found.Select(one => one.Checked));
        Assert.All(found, one => Assert.True(one.ByHand < Bound && one.ByAutograd < Bound, $"{one}"));
    }

    [Theory]
    [InlineData(DropoutForm.Inverted)]
    [InlineData(DropoutForm.Standard)]
    [InlineData(DropoutForm.DropConnect)]
    public void Dropout_is_right_on_masks_that_are_held(DropoutForm form) =>
        Assert.All(Of(Network(Activation.Tanh) with { Dropout = new DropoutRule(0.4, form) }, Loss.CrossEntropyPerUnit, new L2(0.1)).Of([0, 1], 1e-5), found =>
            Assert.True(found.ByHand < Bound && found.ByAutograd < Bound, $"{found}"));

    [Fact]
    public void Masks_that_are_held_are_those_of_the_first_step()
    {
        using var scope = NewDisposeScope();
        var plan = Network(Activation.Tanh) with { Dropout = DropoutRule.Inverted(0.5) };
        using var held = plan.Build([new(0)]);
        using var drawing = plan.Build([new(0)]);
        held.HoldMasks();
        var images = ones(1, 6, 5);

        var (first, second) = (held.forward(images), held.forward(images));

        Assert.True(first.Equals(second));
        Assert.True(first.Equals(drawing.forward(images)));
        Assert.False(first.Equals(drawing.forward(images)));
    }

    [Fact]
    public void A_seed_gives_the_same_whoever_is_checked_beside_it()
    {
        var check = Of(Network(Activation.Sigmoid), Loss.CrossEntropyPerUnit, Penalty.None);

        Assert.Equal(check.Of([2], 1e-3)[0], check.Of([0, 1, 2], 1e-3)[2]);
    }

    [Fact]
    public void The_network_is_left_as_it_was()
    {
        using var scope = NewDisposeScope();
        using var network = (Network(Activation.Tanh) with { Precision = ScalarType.Float64 }).Build([new(0)]);
        var before = network.Trained.Select(parameter => parameter.Value.clone()).ToList();
        var cost = new CheckedCost(network, ones([1, 2, 5], ScalarType.Float64), ones([1, 2, 3], ScalarType.Float64), Loss.CrossEntropyPerUnit, new L2(1));

        cost.GradientByHand();
        cost.GradientByAutograd();
        NumericalGradient.Of(cost, 0.1);

        Assert.All(before.Zip(network.Trained), pair => Assert.True(pair.First.Equals(pair.Second.Value)));
    }

    [Fact]
    public void The_two_sided_error_falls_with_the_square_of_the_step_and_the_one_sided_with_the_step()
    {
        var check = Of(Network(Activation.Tanh), Loss.SoftmaxCrossEntropy, Penalty.None);

        var (coarse, fine) = (check.Of([0], 1e-2)[0], check.Of([0], 1e-3)[0]);

        Assert.Equal(100, coarse.ByAutograd / fine.ByAutograd, 2.0);
        Assert.Equal(10, coarse.OneSided / fine.OneSided, 0.5);
    }

    private static nn.Module<Tensor, Tensor> Convolution(SeedStreams seed)
    {
        var module = nn.Sequential(nn.Unflatten(1, [1, 4, 4]), nn.Conv2d(1, 2, 3), nn.Tanh(), nn.Flatten(), nn.Linear(8, 3));
        using var withoutGraph = no_grad();
        using var generator = seed.Generator("weights");
        foreach (var parameter in module.parameters())
        {
            parameter.normal_(0, 1, generator);
        }

        return module;
    }

    private static NumericalCheck Of(Architecture network, Loss loss, Penalty penalty) => new(network, loss, penalty, 5, 3);

    private static Mlp Network(Activation activation) => new([5, 6, 4, 3], activation, Init.StandardNormal, Init.StandardNormal);

    /// <summary>A network with the given values in its parameters.</summary>
    private sealed record Placed(Architecture Plan, double[][] Values) : Architecture
    {
        public override string Description => "placed";

        public override (int Layers, long Weights) Size => Plan.Size;

        public override Network Build(IReadOnlyList<SeedStreams> seeds)
        {
            var network = (Plan with { Precision = Precision }).Build(seeds);
            using var withoutGraph = no_grad();
            foreach (var (parameter, values) in network.Trained.Zip(Values))
            {
                parameter.Value.copy_(tensor(values, parameter.Value.shape));
            }

            return network;
        }
    }
}
