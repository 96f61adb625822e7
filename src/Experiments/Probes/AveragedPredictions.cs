using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How well averages of class probabilities do on the test images, at the end of training: over the first members of an
/// <see cref="Ensemble"/>, metrics <c>members.loss</c>, <c>members.error</c> and <c>members.calibration</c>, or over masks of
/// <c>nn.Dropout</c>, <c>masks.loss</c> and so on. Their layer is how many are averaged. Errors and expected calibration errors are in %.
/// </summary>
/// <param name="masks">The numbers of masks; one mask alone for a model that is trained without dropout.</param>
/// <param name="drop">The share of units that masks drop, whatever it was in training.</param>
public sealed class AveragedPredictions(IReadOnlyList<int> masks, double drop) : IProbe
{
    /// <inheritdoc/>
    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"averages over members or {string.Join(' ', masks)} masks that drop {drop}");

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => [];

    /// <inheritdoc/>
    public IEnumerable<Reading> MeasureAtEnd(ProbeContext context)
    {
        using var withoutGraph = no_grad();
        var test = context.Splits.First(split => split.Name == Splits.Test);
        return context.Module is Ensemble ensemble ? [.. OfMembers(ensemble, test)] : [.. OfMasks(context.Module, test)];
    }

    private static IEnumerable<Reading> OfMembers(Ensemble ensemble, ProbeSplit test)
    {
        var sum = zeros([], ScalarType.Float64);
        foreach (var (before, member) in ensemble.children().Cast<nn.Module<Tensor, Tensor>>().Index())
        {
            sum += member.call(test.Images).to(ScalarType.Float64).softmax(1);
            foreach (var reading in Scores("members", sum / (before + 1), test.Classes, before + 1))
            {
                yield return reading;
            }
        }
    }

    private List<Reading> OfMasks(nn.Module module, ProbeSplit test)
    {
        var dropouts = module.modules().OfType<Dropout>().ToList();
        var trained = dropouts.ConvertAll(dropout => dropout.p);
        dropouts.ForEach(dropout => dropout.p = drop);
        List<Reading> readings = [];
        foreach (var (count, average) in MonteCarloDropout.Average(
            (nn.Module<Tensor, Tensor>)module, test.Images, trained.Exists(rate => rate > 0) ? masks : [1]))
        {
            readings.AddRange(Scores("masks", average, test.Classes, count));
        }

        foreach (var (dropout, rate) in dropouts.Zip(trained))
        {
            dropout.p = rate;
        }

        return readings;
    }

    private static IEnumerable<Reading> Scores(string of, Tensor probabilities, Tensor classes, int count)
    {
        var (confidence, predicted) = probabilities.max(1);
        var right = predicted.eq(classes).to(ScalarType.Float64);
        var bin = (confidence * TestPredictions.Bins).ceil().to(ScalarType.Int64); // from 1
        var gaps = zeros(TestPredictions.Bins + 1, ScalarType.Float64).scatter_add(0, bin, confidence - right).abs();
        yield return new($"{of}.loss", -probabilities.gather(1, classes.unsqueeze(1)).log().mean().item<double>(), Layer: count);
        yield return new($"{of}.error", 100 - (100 * right.mean().item<double>()), Layer: count);
        yield return new($"{of}.calibration", 100 * gaps.sum().item<double>() / classes.shape[0], Layer: count);
    }
}
