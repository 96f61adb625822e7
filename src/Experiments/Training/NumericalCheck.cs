using Experiments.Training.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Is the gradient right? Compares autograd's gradient of a module with difference quotients of the cost itself, in double precision, on
/// random inputs and classes (A. Ng, Deep Learning, course 2, week 1: a relative error below 1e-7 is right), and the fused trainer's with
/// autograd's.
/// </summary>
/// <param name="Model">The model: a few units a layer, for every parameter takes two passes of its own.</param>
/// <param name="Loss">The cost of a batch.</param>
/// <param name="Penalty">What is added to the cost.</param>
/// <param name="Inputs">Pixels of an image.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record NumericalCheck(Model Model, Loss Loss, Penalty Penalty, int Inputs, int Classes)
{
    /// <summary>Images in the batch whose mean cost is differentiated.</summary>
    public int Images { get; init; } = 6;

    /// <summary>Checks the gradient with respect to every parameter, for the module and random images of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="epsilon">ε, how far a parameter is moved; around 1e-5 the two-sided quotient is at its best.</param>
    public GradientErrors Of(int seed, double epsilon)
    {
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        var streams = new RandomStreams(seed);
        using var ofImages = streams.Generator("images to check gradients on");
        using var ofClasses = streams.Generator("classes to check gradients on");
        var images = zeros([Images, Inputs], ScalarType.Float64).normal_(0, 1, ofImages);
        var classes = randint(0, Classes, [Images], ScalarType.Int64, generator: ofClasses);
        using var module = Model.Build(seed);
        module.eval();
        var fused = FusedGradient(module, images, classes);
        module.to(ScalarType.Float64);
        var exact = Gradient(module, () => Cost(module.call(images), classes));

        module.train();
        var sides = SidesOfKinks(module);
        var cost = () => Penalized(module, Drawing(streams, () => Cost(module.call(images), classes)));
        var gradient = Gradient(module, cost);
        var slopes = Slopes(module, cost, sides, epsilon);
        var smooth = gradient.Zip(slopes).Where(pair => !pair.Second.CrossesKink).ToList();
        double[] found = [.. smooth.Select(pair => pair.First)];
        return new(
            DifferenceQuotient.RelativeError(found, [.. smooth.Select(pair => pair.Second.TwoSided)]),
            DifferenceQuotient.RelativeError(found, [.. smooth.Select(pair => pair.Second.OneSided)]),
            fused is null ? double.NaN : DifferenceQuotient.RelativeError(fused, exact),
            smooth.Count,
            slopes.Count - smooth.Count);
    }

    // Every pass draws the same masks, so that the cost is one and the same function of the parameters.
    private static Tensor Drawing(RandomStreams streams, Func<Tensor> pass) =>
        CellGenerator.Run(streams, "masks to check gradients with", pass);

    private Tensor Cost(Tensor logits, Tensor classes)
    {
        var targets = Loss.Targets(classes, Classes);
        return Loss.Mean(logits, targets.is_floating_point() ? targets.to(logits.dtype) : targets);
    }

    private Tensor Penalized(nn.Module module, Tensor cost) =>
        module.parameters().Where(Layer.IsWeight).Aggregate(cost, (sum, weights) =>
        {
            sum = Penalty.WeightDecay == 0 ? sum : sum + (weights.pow(2).sum() * (Penalty.WeightDecay / 2));
            return Penalty.SignDecay == 0 ? sum : sum + (weights.abs().sum() * Penalty.SignDecay);
        });

    // Parameter by parameter.
    private static double[] Gradient(nn.Module module, Func<Tensor> cost)
    {
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        module.zero_grad();
        cost().backward();
        return [.. module.parameters().SelectMany(parameter => parameter.grad is { } gradient
            ? gradient.to(ScalarType.Float64).contiguous().data<double>().ToArray()
            : new double[parameter.numel()])];
    }

    private double[]? FusedGradient(nn.Module module, Tensor images, Tensor classes)
    {
        if (FusedLoss.Of(Loss) is not { } loss || SequentialPattern.Match(module, out var pattern) is not null)
        {
            return null;
        }

        return [.. new FusedPasses(pattern, loss).Gradient(images.to(ScalarType.Float32), classes).Select(value => (double)value)];
    }

    // The slope with respect to every parameter, and whether some unit stands on different sides of its kink at θ − ε, θ and θ + ε. Only
    // then a kink lies on the way: up to the first layer in which a unit changes sides, everything is linear in a single parameter, so none
    // can leave and return unnoticed.
    private static List<(double TwoSided, double OneSided, bool CrossesKink)> Slopes(
        nn.Module module, Func<Tensor> cost, List<bool> sides, double epsilon)
    {
        using var withoutGraph = no_grad();
        var here = Pass();
        List<(double, double, bool)> slopes = [];
        foreach (var parameter in module.parameters())
        {
            using var scope = NewDisposeScope();
            var numbers = parameter.detach().view(-1);
            for (var index = 0L; index < numbers.shape[0]; index++)
            {
                var original = numbers[index].item<double>();
                numbers[index] = original + epsilon;
                var above = Pass();
                numbers[index] = original - epsilon;
                var below = Pass();
                numbers[index] = original;
                slopes.Add((
                    DifferenceQuotient.TwoSided(above.Cost, below.Cost, epsilon),
                    DifferenceQuotient.OneSided(above.Cost, here.Cost, epsilon),
                    !here.Sides.SequenceEqual(above.Sides) || !here.Sides.SequenceEqual(below.Sides)));
            }
        }

        return slopes;

        (double Cost, bool[] Sides) Pass()
        {
            using var scope = NewDisposeScope();
            sides.Clear();
            return (cost().item<double>(), [.. sides]);
        }
    }

    // On which side of its kink every unit stands: each pass of the module adds to the list.
    private static List<bool> SidesOfKinks(nn.Module module)
    {
        List<bool> sides = [];
        foreach (var part in module.modules().OfType<nn.Module<Tensor, Tensor>>().Where(part => Activation.Of(part) is { HasKink: true }))
        {
            part.register_forward_hook((_, _, output) =>
            {
                using var scope = NewDisposeScope();
                sides.AddRange(output.detach().gt(0).contiguous().data<bool>().ToArray());
                return output;
            });
        }

        return sides;
    }
}

/// <summary>How far gradients are apart, as ‖a − b‖ / (‖a‖ + ‖b‖) over all parameters that could be checked.</summary>
/// <param name="Autograd">Autograd's gradient against the two-sided quotient.</param>
/// <param name="OneSided">Autograd's gradient against the one-sided quotient.</param>
/// <param name="Fused">
/// The fused trainer's gradient, in single precision, against autograd's in double precision, in the mode for testing; NaN if it does not
/// know the model.
/// </param>
/// <param name="Checked">Number of parameters checked.</param>
/// <param name="Skipped">
/// Number of parameters left out because some unit passes its activation's kink on the way from −ε to +ε, where quotients are no slopes.
/// </param>
public sealed record GradientErrors(double Autograd, double OneSided, double Fused, int Checked, int Skipped)
{
    /// <summary>The greatest error of each kind, NaN if one is, and the number of parameters in all.</summary>
    internal static GradientErrors GreatestOf(IReadOnlyList<GradientErrors> checks) => checks.Aggregate((first, second) => new(
        Math.Max(first.Autograd, second.Autograd), Math.Max(first.OneSided, second.OneSided), Math.Max(first.Fused, second.Fused),
        first.Checked + second.Checked, first.Skipped + second.Skipped));
}
