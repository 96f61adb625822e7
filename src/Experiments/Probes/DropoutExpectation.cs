using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How the activations of every hidden layer under dropout, averaged over many masks, compare with those that testing uses, before
/// training. Masks act in all layers at once, as in training.
/// </summary>
/// <param name="masks">Number of masks.</param>
public sealed class DropoutExpectation(int masks) : IProbe
{
    /// <inheritdoc/>
    public string Name => "dropout expectation";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (context.Epoch > 0)
        {
            yield break;
        }

        using var withoutGraph = no_grad();
        var testing = Activations(context);
        var sums = testing.Select(values => zeros_like(values)).ToList();
        context.Module.train();
        for (var mask = 0; mask < masks; mask++)
        {
            using var scope = NewDisposeScope();
            foreach (var (sum, values) in sums.Zip(Activations(context)))
            {
                sum.add_(values);
            }
        }

        context.Module.eval();
        for (var layer = 0; layer < testing.Count; layer++)
        {
            var (test, train) = (testing[layer], sums[layer].div_(masks));
            yield return new(Metrics.DropoutExpectedActivation, train.sum().item<double>() / test.sum().item<double>(), Layer: layer + 1);
            yield return new(Metrics.DropoutDistance, Norm(train - test) / Norm(test), Layer: layer + 1);
        }
    }

    private static double Norm(Tensor values) => values.pow(2).sum().sqrt().item<double>();

    private static List<Tensor> Activations(ProbeContext context) =>
        [.. HiddenActivations.Of(context.Module, context.Layers, context.Inputs).Select(layer => layer.Values.to(ScalarType.Float64))];
}
