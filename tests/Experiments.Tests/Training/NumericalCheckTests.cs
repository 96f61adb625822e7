using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public sealed class NumericalCheckTests : IDisposable
{
    private const double Bound = 1e-7;

    private static readonly int[] Small = [5, 6, 4, 3];

    private static readonly Penalty[] Penalties = [Penalty.None, new L2(0.1), new L1(0.1), new ElasticNet(0.1, 0.2)];

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Every_activation_with_every_loss_and_penalty_is_right()
    {
        var combinations =
            (from activation in Activation.All
             from loss in Loss.All
             from penalty in Penalties
             select (Name: $"{activation}, {loss}, {penalty.Name}", Found: Of(Network(activation), loss, penalty).Of(0, 1e-5))).ToList();

        Assert.Equal(6 * 4 * 4, combinations.Count);
        Assert.All(combinations, combination =>
        {
            Assert.True(combination.Found.Autograd < Bound, $"{combination.Name}: {combination.Found}");
            Assert.True(combination.Found.Fused < 1e-5, $"{combination.Name}: {combination.Found}");
        });
    }

    public static TheoryData<Model> Dropping =>
    [
        Model.Of(SmallModels.DroppingMlp, Small, Activation.Tanh, 0.4, false),
        Model.Of(SmallModels.DroppingMlp, Small, Activation.Tanh, 0.4, true), Model.Of(DropConnected),
        Model.Of(FunctionallyDropping),
    ];

    [Theory]
    [MemberData(nameof(Dropping))]
    public void Dropout_is_right_on_masks_that_are_held(Model model)
    {
        var found = Of(model, Loss.CrossEntropyPerUnit, new L2(0.1)).Of(0, 1e-5);

        Assert.True(found.Autograd < Bound, $"{found}");
    }

    [Fact]
    public void Masks_are_drawn_in_the_check_and_not_left_out()
    {
        var plain = Of(Network(Activation.Tanh), Loss.SoftmaxCrossEntropy, Penalty.None).Of(0, 1e-2);
        var dropped = Of(Model.Of(SmallModels.DroppingMlp, Small, Activation.Tanh, 0.4, false), Loss.SoftmaxCrossEntropy, Penalty.None)
            .Of(0, 1e-2);

        Assert.NotEqual(plain.Autograd, dropped.Autograd);
    }

    [Fact]
    public void Every_parameter_is_checked_or_skipped()
    {
        var found = Of(Network(Activation.Relu), Loss.SoftmaxCrossEntropy, Penalty.None).Of(0, 0.1);

        // 5-6-4-3: weights and biases
        Assert.Equal((5 * 6) + 6 + (6 * 4) + 4 + (4 * 3) + 3, found.Checked + found.Skipped);
    }

    [Fact]
    public void A_smooth_network_has_no_kinks_to_skip() =>
        Assert.Equal(0, Of(Network(Activation.Tanh), Loss.SoftmaxCrossEntropy, Penalty.None).Of(0, 0.5).Skipped);

    [Fact]
    public void The_longer_the_step_the_more_parameters_cross_a_kink_of_ReLU()
    {
        var check = Of(Network(Activation.Relu), Loss.SoftmaxCrossEntropy, Penalty.None);

        int[] skipped = [.. new[] { 1e-9, 1e-2, 1 }.Select(epsilon => check.Of(0, epsilon).Skipped)];

        Assert.Equal(0, skipped[0]);
        Assert.True(skipped[0] < skipped[1] && skipped[1] < skipped[2], string.Join(", ", skipped));
    }

    // Whatever the image, unit 1 stands 0.05 above its kink and unit 2 far from it: of ten parameters, only unit 1's bias crosses when
    // moved by 0.1, and only unit 1's weights if their pixels are greater than 0.5.
    [Fact]
    public void Only_parameters_that_move_a_unit_across_its_kink_are_skipped()
    {
        var check = new NumericalCheck(Model.Of(NearItsKink), Loss.SoftmaxCrossEntropy, Penalty.None, 3, 2) { Images = 1 };
        using var generator = new RandomStreams(4).Generator("images to check gradients on");
        var pixels = StateOf.Numbers(zeros([1, 3], ScalarType.Float64).normal_(0, 1, generator));

        var found = check.Of(4, 0.1);

        Assert.Equal(1 + pixels.Count(pixel => Math.Abs(pixel) > 0.5), found.Skipped);
    }

    [Fact]
    public void A_slope_across_a_kink_would_be_far_off()
    {
        // Why they are skipped: J(θ ± ε) of ReLU at 0.05 with ε 0.1 gives 0.75, not 1.
        static double Relu(double z) => Math.Max(0, z);

        Assert.Equal(0.75, DifferenceQuotient.TwoSided(Relu(0.15), Relu(-0.05), 0.1), 1e-12);
    }

    [Fact]
    public void Any_module_is_checked_and_the_fused_trainer_does_not_know_it()
    {
        var found = new NumericalCheck(Model.Of(Convolution), Loss.SoftmaxCrossEntropy, new L2(0.1), 16, 3).Of(0, 1e-5);

        Assert.Equal(((2 * 9) + 2 + (8 * 3) + 3, double.NaN), (found.Checked, found.Fused));
        Assert.True(found.Autograd < Bound, $"{found}");
    }

    public static TheoryData<Model> Others =>
    [
        Model.Of(Normalized), Model.Of(WithResiduals), Model.Of(Reader, Recurrence.Rnn), Model.Of(Reader, Recurrence.Lstm),
        Model.Of(Reader, Recurrence.Gru),
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Modules_of_other_kinds_are_right(Model model)
    {
        var found = new NumericalCheck(model, Loss.SoftmaxCrossEntropy, new ElasticNet(0.1, 0.2), 6, 3).Of(0, 1e-5);

        Assert.True(found.Autograd < Bound, $"{found}");
    }

    [Fact]
    public void An_ensemble_is_right()
    {
        var found = new NumericalCheck(Model.Of(TwoMembers), new EnsembleLoss(), Penalty.None, 6, 3).Of(0, 1e-5);

        Assert.True(found.Autograd < Bound, $"{found}");
    }

    [Fact]
    public void A_seed_gives_the_same_each_time_and_another_seed_something_else()
    {
        var check = Of(Network(Activation.Sigmoid), Loss.CrossEntropyPerUnit, Penalty.None);

        Assert.Equal(check.Of(2, 1e-3), check.Of(2, 1e-3));
        Assert.NotEqual(check.Of(2, 1e-3).Autograd, check.Of(3, 1e-3).Autograd);
    }

    [Fact]
    public void The_two_sided_error_falls_with_the_square_of_the_step_and_the_one_sided_with_the_step()
    {
        var check = Of(Network(Activation.Tanh), Loss.SoftmaxCrossEntropy, Penalty.None);

        var (coarse, fine) = (check.Of(0, 1e-2), check.Of(0, 1e-3));

        Assert.Equal(100, coarse.Autograd / fine.Autograd, 2.0);
        Assert.Equal(10, coarse.OneSided / fine.OneSided, 0.5);
    }

    private static NumericalCheck Of(Model model, Loss loss, Penalty penalty) => new(model, loss, penalty, 5, 3);

    private static Model Network(Activation activation) =>
        Model.Of(SmallModels.MlpWithBiases, Small, activation, Initializer.StandardNormal, Initializer.StandardNormal);

    private static nn.Module<Tensor, Tensor> Convolution() =>
        nn.Sequential(nn.Unflatten(1, [1, 4, 4]), nn.Conv2d(1, 2, 3), nn.Tanh(), nn.Flatten(), nn.Linear(8, 3));

    private static nn.Module<Tensor, Tensor> Normalized() => nn.Sequential(
        nn.Linear(6, 5), nn.BatchNorm1d(5), nn.Tanh(), nn.Linear(5, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 3));

    private static nn.Module<Tensor, Tensor> WithResiduals() => nn.Sequential(
        new Residual(nn.Sequential(nn.Linear(6, 6), nn.Tanh())), new Residual(nn.Sequential(nn.Linear(6, 6), nn.ReLU()), 0.5),
        nn.Linear(6, 3));

    private static nn.Module<Tensor, Tensor> Reader(Recurrence kind) => new SequenceReader(kind, 3, 2, 4, classes: 3, forgetBias: 1);

    private static nn.Module<Tensor, Tensor> TwoMembers() => new Ensemble(nn.Linear(6, 3), nn.Linear(6, 3));

    private static nn.Module<Tensor, Tensor> DropConnected() =>
        nn.Sequential(new DropConnect(nn.Linear(5, 6), 0.4), nn.Tanh(), nn.Linear(6, 3));

    private static nn.Module<Tensor, Tensor> FunctionallyDropping() => new Functional();

    private static nn.Module<Tensor, Tensor> NearItsKink()
    {
        var first = nn.Linear(3, 2).Start(Initializer.Zeros);
        using var withoutGraph = no_grad();
        first.bias!.copy_(tensor(new[] { 0.05f, 2 }));
        return nn.Sequential(first, nn.ReLU(), nn.Linear(2, 2));
    }

    private sealed class Functional : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear first = nn.Linear(5, 6);
        private readonly TorchSharp.Modules.Linear second = nn.Linear(6, 3);

        public Functional()
            : base(nameof(Functional)) => RegisterComponents();

        public override Tensor forward(Tensor input) => second.call(nn.functional.dropout(first.call(input).tanh(), 0.4, training));
    }
}
