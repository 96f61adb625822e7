using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>One step of each optimizer from p with gradient g, against its formula worked out for the first step.</summary>
public sealed class OptimizerStepTests
{
    private static readonly double[] Start = [1, -2, 0.5];
    private static readonly double[] Gradient = [0.3, -4, 0.02];

    [Fact]
    public void Sgd_goes_against_the_gradient() =>
        Check(p => optim.SGD([p], 0.1), (p, g) => p - 0.1 * g);

    [Fact]
    public void Sgd_adds_the_decay_to_the_gradient() =>
        Check(p => optim.SGD([p], 0.1, weight_decay: 0.5), (p, g) => p - 0.1 * (g + 0.5 * p));

    [Fact]
    public void Sgd_takes_the_first_gradient_undamped_as_momentum() =>
        Check(p => optim.SGD([p], 0.1, momentum: 0.9, dampening: 0.5), (p, g) => p - 0.1 * g);

    [Fact]
    public void Sgd_damps_later_gradients() =>
        Check(p => optim.SGD([p], 0.1, momentum: 0.9, dampening: 0.5), (p, g) => p - 0.1 * g - 0.1 * (0.9 * g + 0.5 * g), steps: 2);

    [Fact]
    public void Sgd_with_nesterov_looks_ahead() =>
        Check(p => optim.SGD([p], 0.1, momentum: 0.9, nesterov: true), (p, g) => p - 0.1 * (g + 0.9 * g));

    [Fact]
    public void Sgd_maximizes_on_request() =>
        Check(p => optim.SGD([p], 0.1, maximize: true), (p, g) => p + 0.1 * g);

    [Fact]
    public void Adam_starts_with_a_step_of_its_rate() =>
        Check(p => optim.Adam([p], 0.1, eps: 1e-3), (p, g) => p - 0.1 * g / (Math.Abs(g) + 1e-3));

    [Fact]
    public void Adam_adds_the_decay_to_the_gradient() =>
        Check(p => optim.Adam([p], 0.1, eps: 1e-3, weight_decay: 0.5), (p, g) => p - 0.1 * (g + 0.5 * p) / (Math.Abs(g + 0.5 * p) + 1e-3));

    [Fact]
    public void Adam_w_keeps_the_decay_apart_from_the_gradient() =>
        Check(p => optim.AdamW([p], 0.1, eps: 1e-3, weight_decay: 0.5), (p, g) => p * (1 - 0.1 * 0.5) - 0.1 * g / (Math.Abs(g) + 1e-3));

    [Fact]
    public void Adagrad_starts_with_a_step_of_its_rate() =>
        Check(p => optim.Adagrad([p], 0.1, eps: 1e-3), (p, g) => p - 0.1 * g / (Math.Abs(g) + 1e-3));

    [Fact]
    public void Adagrad_slows_down_by_the_root_of_the_sum_of_squares() =>
        Check(p => optim.Adagrad([p], 0.1, eps: 0), (p, g) => p - 0.1 * Math.Sign(g) * (1 + 1 / Math.Sqrt(2)), steps: 2);

    [Fact]
    public void Rms_prop_divides_by_the_running_root_mean_square() =>
        Check(p => optim.RMSProp([p], 0.1, alpha: 0.9, eps: 1e-3), (p, g) => p - 0.1 * g / (Math.Sqrt(0.1 * g * g) + 1e-3));

    [Fact]
    public void Centered_rms_prop_divides_by_the_running_deviation() =>
        Check(p => optim.RMSProp([p], 0.1, alpha: 0.9, eps: 1e-3, centered: true), (p, g) => p - 0.1 * g / (Math.Sqrt(0.1 * g * g - 0.01 * g * g) + 1e-3));

    [Fact]
    public void Adadelta_starts_with_the_root_of_its_epsilon() =>
        Check(p => optim.Adadelta([p], 1, rho: 0.9, eps: 1e-4), (p, g) => p - Math.Sqrt(1e-4) / Math.Sqrt(0.1 * g * g + 1e-4) * g);

    [Fact]
    public void Adamax_divides_by_the_largest_gradient() =>
        Check(p => optim.Adamax([p], 0.1, eps: 1e-3), (p, g) => p - 0.1 * g / (Math.Abs(g) + 1e-3));

    [Fact]
    public void N_adam_adds_the_momentum_of_the_next_step() =>
        Check(p => optim.NAdam([p], 0.1, eps: 1e-3), (p, g) =>
        {
            double Mu(int step) => 0.9 * (1 - 0.5 * Math.Pow(0.96, step * 4e-3));
            var direction = g / (Math.Abs(g) + 1e-3);
            return p - 0.1 * direction * (1 - Mu(1)) / (1 - Mu(1)) - 0.1 * 0.1 * direction * Mu(2) / (1 - Mu(1) * Mu(2));
        });

    [Fact]
    public void R_adam_starts_as_plain_momentum() =>
        Check(p => optim.RAdam([p], 0.1), (p, g) => p - 0.1 * g);

    [Fact]
    public void Asgd_shrinks_and_goes_against_the_gradient() =>
        Check(p => optim.ASGD([p], 0.1, lambd: 0.01), (p, g) => p * (1 - 0.01 * 0.1) - 0.1 * g);

    [Fact]
    public void Rprop_looks_at_signs_only() =>
        Check(p => optim.Rprop([p], 0.1), (p, g) => p - 0.1 * Math.Sign(g));

    [Fact]
    public void Rprop_lengthens_its_steps_while_signs_agree() =>
        Check(p => optim.Rprop([p], 0.1), (p, g) => p - 0.1 * Math.Sign(g) - 0.12 * Math.Sign(g), steps: 2);

    // The loss is g · p, so that the gradient is g at every step.
    private static void Check(Func<Parameter, optim.Optimizer> make, Func<double, double, double> expected, int steps = 1)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(Start));
        var optimizer = make(parameter);
        for (int k = 0; k < steps; k++)
        {
            optimizer.zero_grad();
            (parameter * tensor(Gradient)).sum().backward();
            optimizer.step();
        }
        Given.Near(Start.Zip(Gradient, expected).ToArray(), parameter);
    }
}
