using TorchSharp;
using static TorchSharp.torch;

namespace Packages.Tests.Torch;

/// <summary>Operations with a backward of their own.</summary>
public sealed class OwnFunctionTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_backward_of_an_own_function_is_used()
    {
        var x = tensor(new double[] { -2, 3 }, requires_grad: true);
        Straight.apply(x).sum().backward();
        Assert.Equal([1.0, 1.0], x.grad!.data<double>().ToArray()); // the sign itself has no slope
    }

    [Fact]
    public void What_is_saved_is_there_in_the_backward()
    {
        var x = tensor(new double[] { 2, 3 }, requires_grad: true);
        var y = Power.apply(x, 3);
        Assert.Equal([8.0, 27.0], y.data<double>().ToArray());
        Assert.True(y.requires_grad && !y.is_leaf);
        y.sum().backward();
        Assert.Equal([12.0, 27.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Second_derivatives_go_through_the_backward()
    {
        var x = tensor(new double[] { 2 }, requires_grad: true);
        var first = autograd.grad([Power.apply(x, 3)], [x], create_graph: true)[0];
        Assert.Equal(12.0, autograd.grad([first], [x])[0].item<double>()); // 6 x
    }

    [Fact]
    public void An_output_that_nobody_uses_has_a_gradient_of_zeros()
    {
        var x = tensor(new double[] { 1, 4 }, requires_grad: true);
        SumAndDifference.apply(x, tensor(new double[] { 1, 1 }))[0].sum().backward();
        Assert.Equal([1.0, 1.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Without_gradients_there_is_no_graph()
    {
        using var off = no_grad();
        Assert.False(Power.apply(tensor(new double[] { 2 }, requires_grad: true), 2).requires_grad);
    }

    [Fact]
    public void A_function_says_its_arguments_to_its_forward()
    {
        var x = tensor(new double[] { 1 }, requires_grad: true);
        Assert.Equal(5.0, Power.apply(x + 4, 1).item<double>());
        Assert.Null(x.grad);
    }

    // The sign going forward, the identity going back.
    private sealed class Straight : autograd.SingleTensorFunction<Straight>
    {
        public override string Name => nameof(Straight);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).sign();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output];
    }

    private sealed class Power : autograd.SingleTensorFunction<Power>
    {
        public override string Name => nameof(Power);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (x, exponent) = ((Tensor)vars[0], (int)vars[1]);
            ctx.save_for_backward([x]);
            ctx.save_data("exponent", exponent);
            return x.pow(exponent);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var (x, exponent) = (ctx.get_saved_variables()[0], (int)ctx.get_data("exponent"));
            return [grad_output * exponent * x.pow(exponent - 1), null!];
        }
    }

    private sealed class SumAndDifference : autograd.MultiTensorFunction<SumAndDifference>
    {
        public override string Name => nameof(SumAndDifference);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (left, right) = ((Tensor)vars[0], (Tensor)vars[1]);
            return [left + right, left - right];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) =>
            [grad_outputs[0] + grad_outputs[1], grad_outputs[0] - grad_outputs[1]];
    }
}
