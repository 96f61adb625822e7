using Experiments.Models;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Models and losses whose values are right and whose gradients have one mistake each.</summary>
public class PlantedBugTests
{
    private const double Bound = 1e-7;

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Activations = new()
    {
        ["sigmoid's slope taken for 1"] = z => WithSlope(z.sigmoid(), z, ones_like(z)),
        ["sigmoid's slope without 1 − a"] = z => WithSlope(z.sigmoid(), z, z.sigmoid()),
        ["tanh's slope 1 + a²"] = z => WithSlope(z.tanh(), z, 1 + z.tanh().pow(2)),
        ["tanh's slope without a square"] = z => WithSlope(z.tanh(), z, 1 - z.tanh()),
        ["tanh's slope with the other sign"] = z => WithSlope(z.tanh(), z, z.tanh().pow(2) - 1),
        ["tanh's slope times 1.000001"] = z => WithSlope(z.tanh(), z, 1.000001 * (1 - z.tanh().pow(2))),
        ["a path that is detached"] = z => z.tanh() + (0.1 * z.detach()),
        ["all of it detached"] = z => z.tanh().detach(),
        ["one unit detached"] = z => cat([z.tanh().narrow(1, 0, 3), z.tanh().narrow(1, 3, 1).detach()], 1),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["y − a for a − y"] = (logits, targets) => targets - logits.softmax(1),
        ["not divided by the batch"] = (logits, targets) => (logits.softmax(1) - targets) * logits.shape[0],
        ["targets forgotten"] = (logits, _) => logits.softmax(1),
        ["the slope of the squared error"] = (logits, targets) => logits - targets,
        ["a sigmoid for the softmax"] = (logits, targets) => logits.sigmoid() - targets,
    };

    public static TheoryData<string> WrongActivations => [.. Activations.Keys];

    public static TheoryData<string> WrongLosses => [.. Losses.Keys];

    [Theory]
    [MemberData(nameof(WrongActivations))]
    public void A_wrong_slope_in_a_model_is_found(string bug)
    {
        var found = new NumericalCheck(Model.Of(Network, bug), Loss.SoftmaxCrossEntropy, Penalty.None, 4, 3).Of(0, 1e-5);

        Assert.True(found.Autograd > Bound, $"passed with {found}");
    }

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void A_wrong_slope_of_a_loss_is_found(string bug)
    {
        var found = new NumericalCheck(Model.Of(Network, "none"), new WrongLoss(Losses[bug]), Penalty.None, 4, 3).Of(0, 1e-5);

        Assert.True(found.Autograd > Bound, $"passed with {found}");
    }

    [Fact]
    public void The_same_model_and_loss_without_a_bug_pass()
    {
        var loss = new WrongLoss((logits, targets) => logits.softmax(1) - targets);
        var found = new NumericalCheck(Model.Of(Network, "none"), loss, Penalty.None, 4, 3).Of(0, 1e-5);

        Assert.True(found.Autograd < Bound, $"{found}");
    }

    // The value with a slope that is none of its own.
    private static Tensor WithSlope(Tensor value, Tensor input, Tensor slope)
    {
        var linear = slope.detach() * input;
        return value.detach() + (linear - linear.detach());
    }

    private static nn.Module<Tensor, Tensor> Network(string bug) => new Planted(Activations.GetValueOrDefault(bug, z => z.tanh()));

    private sealed class Planted : nn.Module<Tensor, Tensor>
    {
        private readonly Func<Tensor, Tensor> activation;
        private readonly TorchSharp.Modules.Linear first = nn.Linear(4, 4);
        private readonly TorchSharp.Modules.Linear second = nn.Linear(4, 3);

        public Planted(Func<Tensor, Tensor> activation)
            : base(nameof(Planted))
        {
            this.activation = activation;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => second.call(activation(first.call(input)));
    }

    private sealed record WrongLoss(Func<Tensor, Tensor, Tensor> Gradient) : Loss("wrong")
    {
        public override Tensor Mean(Tensor logits, Tensor targets)
        {
            var oneHot = nn.functional.one_hot(targets, logits.shape[1]).to(logits.dtype);
            return WithSlope(nn.functional.cross_entropy(logits, targets), logits, Gradient(logits, oneHot) / logits.shape[0]);
        }

        public override Tensor Targets(Tensor classes, int count) => classes;

        private static Tensor WithSlope(Tensor value, Tensor logits, Tensor gradient)
        {
            var linear = (gradient.detach() * logits).sum();
            return value.detach() + (linear - linear.detach());
        }
    }
}
