using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

/// <summary>Gradients of layers and losses in float64, by input and by every parameter, against central differences.</summary>
public sealed class GradientTests
{
    [Fact]
    public void Linear() => Check(nn.Linear(3, 2, dtype: float64), Given.Sines(5, 4, 3));

    [Fact]
    public void Convolution_of_sequences_with_stride() => Check(nn.Conv1d(2, 3, 3, stride: 2, padding: 1, dtype: float64), Given.Sines(5, 2, 2, 7));

    [Fact]
    public void Convolution_of_images_in_groups() => Check(nn.Conv2d(2, 4, 2, groups: 2, dilation: 2, dtype: float64), Given.Sines(5, 1, 2, 4, 4));

    [Fact]
    public void Batch_normalization_while_training() => Check(nn.BatchNorm1d(3, dtype: float64), Given.Sines(5, 6, 3));

    [Fact]
    public void Layer_normalization() => Check(nn.LayerNorm(4, dtype: float64), Given.Sines(5, 3, 4));

    [Fact]
    public void Group_normalization() => Check(nn.GroupNorm(2, 4, dtype: float64), Given.Sines(5, 2, 4, 3));

    [Fact]
    public void Average_pooling() => Check(nn.AvgPool2d(2, stride: 1, padding: 1), Given.Sines(5, 1, 1, 3, 3));

    [Fact]
    public void Maximum_pooling() => Check(nn.MaxPool2d(2), Given.Sines(5, 1, 2, 4, 4));

    [Fact]
    public void Long_short_term_memory_in_two_directions() =>
        Check(nn.LSTM(2, 3, numLayers: 2, bidirectional: true, dtype: float64), Given.Sines(5, 3, 2, 2), (m, x) => m.call(x).Item1);

    [Fact]
    public void Gated_recurrent_units() => Check(nn.GRU(2, 3, batchFirst: true, dtype: float64), Given.Sines(5, 2, 4, 2), (m, x) => m.call(x).Item1);

    [Fact]
    public void A_plain_recurrent_network() => Check(nn.RNN(2, 3, dtype: float64), Given.Sines(5, 4, 1, 2), (m, x) => m.call(x).Item2);

    [Fact]
    public void Embedding() => Check(nn.Embedding(4, 3, dtype: float64), null, (m, _) => m.call(tensor(new long[] { 1, 3, 1 })));

    [Fact]
    public void A_network_of_several_layers() =>
        Check(nn.Sequential(nn.Linear(3, 4, dtype: float64), nn.Tanh(), nn.LayerNorm(4, dtype: float64), nn.Linear(4, 1, dtype: float64), nn.Sigmoid()), Given.Sines(5, 5, 3));

    public static TheoryData<string> Activations => ["sigmoid", "tanh", "elu", "selu", "celu", "gelu", "silu", "mish", "softplus", "softsign", "logsigmoid", "leaky_relu", "softmax", "log_softmax", "tanhshrink"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Activation(string name) => Check(nn.Identity(), Given.Sines(5, 2, 5) * 2, (_, x) => name switch
    {
        "sigmoid" => F.sigmoid(x),
        "tanh" => F.tanh(x),
        "elu" => F.elu(x, 1.5),
        "selu" => F.selu(x),
        "celu" => F.celu(x, 2),
        "gelu" => F.gelu(x),
        "silu" => F.silu(x),
        "mish" => F.mish(x),
        "softplus" => F.softplus(x),
        "softsign" => F.softsign(x),
        "logsigmoid" => F.logsigmoid(x),
        "leaky_relu" => F.leaky_relu(x, 0.2),
        "softmax" => F.softmax(x, 1),
        "log_softmax" => F.log_softmax(x, 1),
        _ => F.tanhshrink(x),
    });

    public static TheoryData<string> Losses => ["cross_entropy", "smoothed", "nll", "mse", "l1", "huber", "smooth_l1", "bce", "bce_with_logits", "kl", "poisson", "multi_margin", "gaussian"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss(string name)
    {
        var classes = tensor(new long[] { 2, 0, 1 });
        Check(nn.Identity(), Given.Sines(2, 3, 4) / 2, (_, x) => name switch
        {
            "cross_entropy" => F.cross_entropy(x, classes),
            "smoothed" => F.cross_entropy(x, classes, label_smoothing: 0.2),
            "nll" => F.nll_loss(F.log_softmax(x, 1), classes),
            "mse" => F.mse_loss(x, Given.Sines(9, 3, 4)),
            "l1" => F.l1_loss(x, Given.Sines(9, 3, 4)),
            "huber" => F.huber_loss(x, Given.Sines(9, 3, 4), 0.5),
            "smooth_l1" => F.smooth_l1_loss(x, Given.Sines(9, 3, 4)),
            "bce" => F.binary_cross_entropy(F.sigmoid(x), Given.Sines(9, 3, 4).abs()),
            "bce_with_logits" => F.binary_cross_entropy_with_logits(x, Given.Sines(9, 3, 4).abs()),
            "kl" => F.kl_div(F.log_softmax(x, 1), F.log_softmax(Given.Sines(9, 3, 4), 1)),
            "poisson" => F.poisson_nll_loss(x, Given.Sines(9, 3, 4).abs()),
            "multi_margin" => F.multi_margin_loss(x, classes),
            _ => F.gaussian_nll_loss(x, Given.Sines(9, 3, 4), ones(3, 1, dtype: float64)),
        });
    }

    private static void Check<T>(T module, Tensor input) where T : nn.Module<Tensor, Tensor> => Check(module, input, (m, x) => m.call(x));

    // The outputs are weighted, so that gradients do not cancel out by symmetry.
    private static void Check<T>(T module, Tensor? input, Func<T, Tensor, Tensor> forward) where T : nn.Module
    {
        using var scope = NewDisposeScope();
        Given.Filled(module);
        var x = input?.detach().clone().requires_grad_();
        Tensor Total()
        {
            var output = forward(module, x!);
            return (output * Given.Sines(0.7, output.shape)).sum();
        }

        Total().backward();
        var variables = module.parameters().Cast<Tensor>().ToList();
        if (x is not null) variables.Add(x);
        int checkedNumbers = 0;
        foreach (var variable in variables)
        {
            var gradient = Given.Numbers(variable.grad!);
            for (int k = 0; k < gradient.Length; k++, checkedNumbers++)
            {
                var slope = (At(variable, k, 1e-5, Total) - At(variable, k, -1e-5, Total)) / 2e-5;
                Assert.True(Math.Abs(slope - gradient[k]) < 1e-6 * Math.Max(1, Math.Abs(slope)), $"element {k} of [{string.Join(", ", variable.shape)}]: {gradient[k]}, by differences {slope}");
            }
        }
        Assert.True(checkedNumbers > 0);
    }

    private static double At(Tensor variable, int element, double shift, Func<Tensor> total)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var place = variable.view(-1)[element];
        place.add_(shift);
        var value = total().ToDouble();
        place.add_(-shift);
        return value;
    }
}
