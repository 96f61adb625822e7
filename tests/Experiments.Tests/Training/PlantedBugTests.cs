using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Backward formulas with one mistake each. The gradient by hand must be refused, and autograd's, which does not use them, passed.</summary>
public class PlantedBugTests
{
    private const double Bound = 1e-7;

    private static readonly int[] Square = [4, 4, 4, 3]; // 4 × 4 weights, so that a transposed gradient has the right shape

    private static readonly Dictionary<string, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>> WrongGradients = new()
    {
        ["sign of one layer"] = gradients => [.. gradients.Select((gradient, index) => index == 2 ? gradient.neg() : gradient)],
        ["sign of all layers"] = gradients => [.. gradients.Select(gradient => gradient.neg())],
        ["weights transposed"] = gradients => [gradients[0].transpose(1, 2), .. gradients.Skip(1)],
        ["bias forgotten"] = gradients => [gradients[0], zeros_like(gradients[1]), .. gradients.Skip(2)],
        ["one unit's bias forgotten"] = gradients => [.. gradients.SkipLast(1), gradients[^1] * tensor(new[] { 1.0, 1.0, 0.0 })],
        ["a factor of 2"] = gradients => [.. gradients.Select(gradient => gradient * 2)],
        ["a factor of 1.000001"] = gradients => [.. gradients.Select(gradient => gradient * 1.000001)],
        ["replicas exchanged"] = gradients => [.. gradients.Select(gradient => gradient.flip(0))],
        ["replicas averaged"] = gradients => [.. gradients.Select(gradient => gradient.mean([0L], keepdim: true).expand_as(gradient))],
    };

    private static readonly Dictionary<string, Activation> WrongActivations = new()
    {
        ["sigmoid's slope taken for 1"] = new WrongSlope(Activation.Sigmoid, (gradient, _) => gradient),
        ["sigmoid's slope without 1 − a"] = new WrongSlope(Activation.Sigmoid, (gradient, a) => gradient * a),
        ["tanh's slope 1 + a²"] = new WrongSlope(Activation.Tanh, (gradient, a) => gradient * (1 + (a * a))),
        ["tanh's slope without a square"] = new WrongSlope(Activation.Tanh, (gradient, a) => gradient * (1 - a)),
        ["ReLU's slope where it is off"] = new WrongSlope(Activation.Relu, (gradient, a) => gradient * a.le(0)),
        ["ReLU's slope forgotten"] = new WrongSlope(Activation.Relu, (gradient, _) => gradient),
    };

    private static readonly Dictionary<string, Loss> WrongLosses = new()
    {
        ["y − a for a − y"] = new WrongLoss((right, _, _) => right.neg()),
        ["not divided by the batch"] = new WrongLoss((right, _, _) => right * right.shape[1]),
        ["targets forgotten"] = new WrongLoss((_, logits, _) => logits.softmax(-1) / logits.shape[1]),
        ["the slope of the squared error"] = new WrongLoss((_, logits, targets) => (logits - targets) / logits.shape[1]),
        ["a sigmoid for the softmax"] = new WrongLoss((_, logits, targets) => (logits.sigmoid() - targets) / logits.shape[1]),
    };

    public static TheoryData<string> Gradients => [.. WrongGradients.Keys];

    public static TheoryData<string> Activations => [.. WrongActivations.Keys];

    public static TheoryData<string> Losses => [.. WrongLosses.Keys];

    [Theory]
    [MemberData(nameof(Gradients))]
    public void A_wrong_gradient_is_caught(string bug) =>
        AssertCaught(new Spoiled(Network(Activation.Tanh), WrongGradients[bug]), Loss.SoftmaxCrossEntropy);

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_wrong_slope_of_an_activation_is_caught(string bug) =>
        AssertCaught(Network(WrongActivations[bug]), Loss.SoftmaxCrossEntropy);

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_wrong_slope_of_a_loss_is_caught(string bug) =>
        AssertCaught(Network(Activation.Tanh), WrongLosses[bug]);

    [Fact]
    public void A_penalty_that_is_not_in_the_gradient_is_caught()
    {
        var strength = 0.01;
        var forgotten = new Spoiled(Network(Activation.Tanh), gradients => [.. gradients]) { WithoutPenalty = strength };

        AssertCaught(forgotten, Loss.SoftmaxCrossEntropy, new L2(strength));
    }

    [Fact]
    public void A_mask_of_dropout_that_the_backward_pass_draws_anew_is_caught() => AssertCaught(
        new Spoiled(Network(Activation.Tanh) with { Dropout = DropoutRule.Inverted(0.5) }, gradients => gradients) { HoldsMasksInForwardPassesOnly = true },
        Loss.SoftmaxCrossEntropy);

    [Fact]
    public void The_same_wrapping_without_a_bug_passes() =>
        Assert.All(Check(new Spoiled(Network(Activation.Tanh), gradients => gradients), Loss.SoftmaxCrossEntropy, Penalty.None), found => Assert.True(found.ByHand < Bound));

    private static void AssertCaught(Architecture network, Loss loss, Penalty? penalty = null) =>
        Assert.All(Check(network, loss, penalty ?? Penalty.None), found =>
        {
            Assert.True(found.ByHand > Bound, $"the gradient by hand passed with {found}");
            Assert.True(found.ByAutograd < Bound, $"autograd's gradient, which is right, was refused with {found}");
        });

    private static IReadOnlyList<GradientErrors> Check(Architecture network, Loss loss, Penalty penalty) =>
        new NumericalCheck(network, loss, penalty, Square[0], Square[^1]).Of([0, 1], 1e-5);

    private static Mlp Network(Activation activation) => new(Square, activation, Init.StandardNormal, Init.StandardNormal);

    private sealed record WrongSlope(Activation Right, Func<Tensor, Tensor, Tensor> Slope) : Activation(Right.Name)
    {
        public override bool HasKink => Right.HasKink;

        public override Tensor Apply(Tensor preActivations) => Right.Apply(preActivations);

        public override Tensor Backward(Tensor activationGradient, Tensor activations) => Slope(activationGradient, activations);
    }

    private sealed record WrongLoss(Func<Tensor, Tensor, Tensor, Tensor> Gradient) : Loss("wrong")
    {
        public override Tensor OfEachImage(Tensor logits, Tensor targets) => SoftmaxCrossEntropy.OfEachImage(logits, targets);

        public override Tensor LogitGradient(Tensor logits, Tensor targets) =>
            Gradient(SoftmaxCrossEntropy.LogitGradient(logits, targets), logits, targets);
    }

    private sealed record Spoiled(Architecture Right, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> Spoil) : Architecture
    {
        // The strength of a penalty whose gradient is taken off again.
        public double WithoutPenalty { get; init; }

        // Gradients come from a network of its own, whose masks are always new.
        public bool HoldsMasksInForwardPassesOnly { get; init; }

        public override string Description => "spoiled";

        public override (int Layers, long Weights) Size => Right.Size;

        public override Network Build(IReadOnlyList<SeedStreams> seeds) =>
            new SpoiledNetwork((Right with { Precision = Precision }).Build(seeds), HoldsMasksInForwardPassesOnly ? Twin(seeds) : null, Spoil, WithoutPenalty);

        private Network Twin(IReadOnlyList<SeedStreams> seeds)
        {
            var twin = (Right with { Precision = Precision }).Build(seeds);
            twin.forward(zeros([seeds.Count, 1, Square[0]], ScalarType.Float64)); // from here on its masks are others
            return twin;
        }
    }

    private sealed class SpoiledNetwork(Network right, Network? backward, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> spoil, double withoutPenalty) : Network("spoiled")
    {
        public override IReadOnlyList<NetworkParameter> Trained => right.Trained;

        public override Tensor forward(Tensor input) => right.forward(input);

        internal override void HoldMasks() => right.HoldMasks();

        public override IReadOnlyList<Tensor> Gradients(Tensor images, Func<Tensor, Tensor> logitGradient) =>
            [.. spoil((backward ?? right).Gradients(images, logitGradient)).Zip(Trained, (gradient, parameter) =>
                parameter.IsBias ? gradient : gradient - (parameter.Value * withoutPenalty))];
    }
}
