using Experiments.Models;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>What is said of a model before anything is trained. What ends a process is in the tests of the command line.</summary>
public sealed class ModelCheckTests
{
    [Fact]
    public void A_model_that_is_right_has_a_fingerprint_and_no_problem()
    {
        var check = Check(Model.Of(SmallNetworks.Linear));

        Assert.Equal((null, true), (check.Problem, check.GradientIsRight));
        Assert.StartsWith("Linear; weight 10x784, bias 10; loss ", check.Fingerprint);
    }

    public static TheoryData<Model, string> Problems => new()
    {
        {
            Model.Of(Hidden, 784, 0),
            "cannot be built: hidden is 0, but layers have sizes of at least 1. libtorch says: from is out of bounds for float."
        },
        {
            Model.Of<int[]>(Sizes, [784, -3, 10]),
            "cannot be built: sizes has -3, but layers have sizes of at least 1. libtorch says: Trying to create tensor with "
            + "negative dimension -3: [-3, 784]."
        },
        {
            Model.Of(Narrowed, 5),
            "cannot be built: libtorch does not take one of its numbers. libtorch says: Trying to create tensor with negative "
            + "dimension -5: [-5, 784]."
        },
        { Model.Of(Unfinished), "cannot be built: this network is not finished." },
        {
            Model.Of(Hidden, 100, 30),
            "cannot be called with images of 28 × 28 = 784 pixels: its first layer takes 100 inputs. Give it 784, or choose other "
            + "images with --dataset."
        },
        {
            Model.Of(Misfitting),
            "cannot be called with images of 28 × 28 = 784 pixels: a layer that takes 20 inputs gets 30 from the one before it. "
            + "libtorch says: mat1 and mat2 shapes cannot be multiplied (4x30 and 20x10)."
        },
        {
            Model.Of(Convolving),
            "cannot be called with images of 28 × 28 = 784 pixels: its input is (B, 784); nn.Unflatten(1, [1, 28, 28]) makes images of it. "
            + "libtorch says: Expected 3D (unbatched) or 4D (batched) input with 1 channels to Conv2d."
        },
        {
            Model.Of(Dropping, 2.0),
            "cannot be called with images of 28 × 28 = 784 pixels: libtorch says: dropout probability has to be between 0 and 1, but got 2."
        },
        {
            Model.Of(Hidden, 784, 5, 7),
            "gives logits of shape (4, 7) for 4 images of 28 × 28 = 784 pixels; it should be (4, 10): a number for each class."
        },
        { Model.Of(Cut), "has no gradient that can be computed: element 0 of tensors does not require grad and does not have a grad_fn." },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void What_is_wrong_is_said_in_the_words_of_the_models_author(Model model, string problem) =>
        Assert.Equal(problem, Check(model).Problem);

    private static ModelCheck Check(Model model) => ModelCheck.Of(model, Loss.SoftmaxCrossEntropy, UsualModels.Images);

    private static nn.Module<Tensor, Tensor> Hidden(int inputs, int hidden) => Hidden(inputs, hidden, 10);

    private static nn.Module<Tensor, Tensor> Hidden(int inputs, int hidden, int outputs) =>
        nn.Sequential(nn.Linear(inputs, hidden), nn.Linear(hidden, outputs));

    private static nn.Module<Tensor, Tensor> Sizes(int[] sizes) =>
        nn.Sequential(nn.Linear(sizes[0], sizes[1]), nn.Linear(sizes[1], sizes[2]));

    private static nn.Module<Tensor, Tensor> Dropping(double rate) => nn.Sequential(nn.Linear(784, 10), nn.Dropout(rate));

    private static nn.Module<Tensor, Tensor> Unfinished() => throw new NotImplementedException("this network is not finished");

    private static nn.Module<Tensor, Tensor> Misfitting() => nn.Sequential(nn.Linear(784, 30), nn.Linear(20, 10));

    private static nn.Module<Tensor, Tensor> Convolving() => nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(2 * 26 * 26, 10));

    private static nn.Module<Tensor, Tensor> Narrowed(int units) => nn.Sequential(nn.Linear(784, units - 10), nn.Linear(units - 10, 10));

    private static nn.Module<Tensor, Tensor> Cut() => nn.Sequential(nn.Linear(784, 10), new Detached());

    private sealed class Detached() : nn.Module<Tensor, Tensor>(nameof(Detached))
    {
        public override Tensor forward(Tensor input) => input.detach();
    }
}
