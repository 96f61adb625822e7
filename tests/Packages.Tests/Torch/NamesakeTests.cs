using TorchSharp;
using static TorchSharp.torch;

namespace Packages.Tests.Torch;

/// <summary>Members that do something else than their names say: the package's, and so here.</summary>
public sealed class NamesakeTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_static_division_forgets_how_to_round()
    {
        var (seven, two) = (tensor(new float[] { 7 }), tensor(new float[] { 2 }));
        Assert.Equal(3.5f, div(seven, two, RoundingMode.floor).item<float>());
        Assert.Equal(3.5f, div(seven, 2, RoundingMode.trunc).item<float>());
        Assert.Equal(3f, seven.div(two, RoundingMode.floor).item<float>());
        Assert.Equal(3f, div_(seven, 2, RoundingMode.floor).item<float>());
    }

    [Fact]
    public void The_static_variance_with_mean_is_the_standard_deviation()
    {
        var values = tensor(new float[] { 1, 3, 5 });
        Assert.Equal((2f, 3f), Numbers(var_mean(values)));
        Assert.Equal((4f, 3f), Numbers(values.var_mean()));
        Assert.Equal((4f, 3f), Numbers(var_mean(values, 0)));
    }

    [Fact]
    public void Three_static_functions_in_place_leave_the_tensor_as_it_was()
    {
        var values = tensor(new float[] { 4 });
        Assert.Equal(2f, clamp_max_(values, 2).item<float>());
        Assert.Equal(5f, clamp_min_(values, 5).item<float>());
        Assert.Equal(Math.Log(6), lgamma_(values).item<float>(), 1e-6);
        Assert.Equal(4f, values.item<float>());
    }

    [Fact]
    public void The_inverse_error_function_is_the_error_function_and_the_scaled_one_is_not_scaled()
    {
        var half = tensor(0.5f);
        Assert.Equal(0.5205, erfinv(half).item<float>(), 1e-4);
        Assert.Equal(0.4795, special.erfcx(half).item<float>(), 1e-4);
        Assert.Equal(0.4769, half.erfinv().item<float>(), 1e-4);
    }

    [Fact]
    public void The_last_dimension_means_all_of_them_to_aminmax()
    {
        var (least, most) = tensor(new float[,] { { 1, 2 }, { 3, 4 } }).aminmax(-1);
        Assert.Equal((1f, 4f), (least.item<float>(), most.item<float>()));
    }

    [Fact]
    public void An_exponential_unit_in_place_gives_another_tensor_and_a_hard_tangent_does_nothing()
    {
        var values = tensor(new float[] { -1, 3 });
        Assert.Equal(Math.Exp(-1) - 1, values.elu_()[0].item<float>(), 1e-6);
        Assert.Equal([-1f, 3f], values.hardtanh(-0.5, 0.5).data<float>().ToArray());
        Assert.Equal([-0.5f, 0.5f], values.hardtanh_(-0.5, 0.5).data<float>().ToArray());
    }

    [Fact]
    public void A_permutation_never_asks_for_a_gradient() => Assert.False(randperm(3, float32, requires_grad: true).requires_grad);

    [Fact]
    public void Nothing_equals_null_and_whether_it_differs_from_null_cannot_be_asked()
    {
        var values = tensor(new float[] { 4, 5 });
        Assert.False(values.eq((Scalar)null!).ToBoolean());
        Assert.False(values.eq((Tensor)null!).ToBoolean());
        Assert.Throws<NullReferenceException>(() => values.ne((Scalar)null!));
    }

    [Fact]
    public void The_gradient_of_what_is_not_used_is_an_empty_object()
    {
        var (used, unused) = (ones(1, requires_grad: true), ones(2, requires_grad: true));
        var gradients = autograd.grad([used.sum()], [used, unused], allow_unused: true);
        Assert.Equal(1f, gradients[0].item<float>());
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void Numbers_of_16_bits_are_not_read_as_others()
    {
        Assert.Throws<ArgumentException>(() => ones(1, bfloat16).item<float>());
        Assert.Throws<ArgumentException>(() => ones(1, bfloat16).data<short>());
        Assert.Throws<ArgumentException>(() => ones(1, float16).item<float>());
        Assert.Equal(1f, ones(1, bfloat16).ToSingle());
    }

    private static (float, float) Numbers((Tensor, Tensor) pair) => (pair.Item1.item<float>(), pair.Item2.item<float>());
}
