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
        var (images, classes) = (RandomImages(streams), RandomClasses(streams));
        using var module = Model.Build(seed);
        module.eval();
        var fused = FusedGradient(module, images, classes);
        module.to(ScalarType.Float64);
        var exact = Gradient(module, () => Cost(module.call(images), classes));
        var fusedError = fused is null ? double.NaN : DifferenceQuotient.RelativeError(fused, exact);

        module.train();
        using var kinks = new Kinks(module);
        var cost = () => Penalized(module, Drawing(streams, () => Cost(module.call(images), classes)));
        var autograd = Gradient(module, cost);
        var slopes = Slopes(module, cost, kinks, epsilon);
        int[] smooth = [.. Enumerable.Range(0, slopes.Count).Where(index => !slopes[index].CrossesKink)];
        double[] found = [.. smooth.Select(index => autograd[index])];
        return new(
            DifferenceQuotient.RelativeError(found, [.. smooth.Select(index => slopes[index].TwoSided)]),
            DifferenceQuotient.RelativeError(found, [.. smooth.Select(index => slopes[index].OneSided)]),
            fusedError,
            smooth.Length,
            slopes.Count - smooth.Length);
    }

    // Every pass draws the same masks, so that the cost is one and the same function of the parameters.
    private static Tensor Drawing(RandomStreams streams, Func<Tensor> pass) =>
        CellGenerator.Run(streams, "masks to check gradients with", pass);

    private Tensor Cost(Tensor logits, Tensor classes)
    {
        var targets = Loss.Targets(classes, Classes);
        return Loss.Mean(logits, targets.is_floating_point() ? targets.to(logits.dtype) : targets);
    }

    private Tensor Penalized(nn.Module module, Tensor cost) => Penalty.WeightDecay == 0 ? cost
        : module.parameters().Where(Layer.IsWeight)
            .Aggregate(cost, (sum, weights) => sum + (weights.pow(2).sum() * (Penalty.WeightDecay / 2)));

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

        var gradients = new FusedPasses(pattern, loss).Gradients(images.to(ScalarType.Float32), classes);
        return [.. gradients.SelectMany(layer => layer.Weight.Concat(layer.Bias)).Select(value => (double)value)];
    }

    private static List<Slope> Slopes(nn.Module module, Func<Tensor> cost, Kinks kinks, double epsilon)
    {
        using var withoutGraph = no_grad();
        var here = Value(out var sides);
        List<Slope> slopes = [];
        foreach (var parameter in module.parameters())
        {
            using var scope = NewDisposeScope();
            var numbers = parameter.detach().view(-1);
            for (var index = 0L; index < numbers.shape[0]; index++)
            {
                var original = numbers[index].item<double>();
                numbers[index] = original + epsilon;
                var above = Value(out var sidesAbove);
                numbers[index] = original - epsilon;
                var below = Value(out var sidesBelow);
                numbers[index] = original;
                slopes.Add(new(
                    DifferenceQuotient.TwoSided(above, below, epsilon),
                    DifferenceQuotient.OneSided(above, here, epsilon),
                    !sides.SequenceEqual(sidesAbove) || !sides.SequenceEqual(sidesBelow)));
            }
        }

        return slopes;

        double Value(out bool[] sidesOfKinks)
        {
            using var scope = NewDisposeScope();
            kinks.Clear();
            var value = cost().item<double>();
            sidesOfKinks = kinks.Sides;
            return value;
        }
    }

    private Tensor RandomImages(RandomStreams streams)
    {
        using var generator = streams.Generator("images to check gradients on");
        return zeros([Images, Inputs], ScalarType.Float64).normal_(0, 1, generator);
    }

    private Tensor RandomClasses(RandomStreams streams)
    {
        using var generator = streams.Generator("classes to check gradients on");
        return randint(0, Classes, [Images], ScalarType.Int64, generator: generator);
    }

    private readonly record struct Slope(double TwoSided, double OneSided, bool CrossesKink);

    // On which side of its kink every unit stands, seen by hooks. A kink lies on the way exactly if some unit stands on different sides at
    // θ − ε, θ and θ + ε: up to the first layer in which one changes sides, everything is linear in a single parameter, so no unit can
    // leave and return unnoticed.
    private sealed class Kinks : IDisposable
    {
        private readonly List<Action> hooks = [];
        private readonly List<bool> sides = [];

        public Kinks(nn.Module module)
        {
            foreach (var part in module.modules().OfType<nn.Module<Tensor, Tensor>>())
            {
                if (Activation.Of(part) is not { HasKink: true })
                {
                    continue;
                }

                hooks.Add(part.register_forward_hook((_, _, output) =>
                {
                    using var scope = NewDisposeScope();
                    sides.AddRange(output.detach().gt(0).contiguous().data<bool>().ToArray());
                    return output;
                }).remove);
            }
        }

        public bool[] Sides => [.. sides];

        public void Clear() => sides.Clear();

        public void Dispose() => hooks.ForEach(remove => remove());
    }
}
