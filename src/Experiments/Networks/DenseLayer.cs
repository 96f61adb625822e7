using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>A dense layer for R replicas, a = g(x W + b), with its backward formulas.</summary>
internal sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    public DenseLayer(
        int number, int fanIn, int fanOut, Activation activation, Init weights, Init biases, ScalarType precision, IReadOnlyList<SeedStreams> seeds)
        : base($"layer {number}")
    {
        Activation = activation;
        Weight = Start("weights", weights, [seeds.Count, fanIn, fanOut]);
        Bias = Start("biases", biases, [seeds.Count, 1, fanOut]);
        register_parameter("weight", Weight);
        register_parameter("bias", Bias);

        Parameter Start(string what, Init init, long[] shape)
        {
            using var withoutGraph = no_grad();
            var values = zeros(shape, precision);
            init.Fill(values, seeds, $"{what} of layer {number}", fanIn, fanOut);
            return new(values);
        }
    }

    public Activation Activation { get; }

    /// <summary>(R, fan-in, fan-out)</summary>
    public Parameter Weight { get; }

    /// <summary>(R, 1, fan-out)</summary>
    public Parameter Bias { get; }

    public override Tensor forward(Tensor input) => Forward(input, Weight);

    // With weights that dropout may have thinned out.
    public Tensor Forward(Tensor input, Tensor weight) => Activation.Apply(input.bmm(weight).add_(Bias));

    // δ = ∂C/∂z from ∂C/∂a
    public Tensor ToPreActivations(Tensor outputGradient, Tensor output) => Activation.Backward(outputGradient, output);

    // ∂C/∂W = xᵀ δ and ∂C/∂b = Σ δ over the batch
    public static (Tensor Weight, Tensor Bias) ToParameters(Tensor delta, Tensor input) =>
        (input.transpose(1, 2).bmm(delta), delta.sum(1L, keepdim: true));

    // ∂C/∂x = δ Wᵀ
    public static Tensor ToInputs(Tensor delta, Tensor weight) => delta.bmm(weight.transpose(1, 2));
}
