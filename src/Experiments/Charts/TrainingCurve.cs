namespace Experiments.Charts;

/// <summary>One metric of one variant over training, seed by seed, with what charts need of it.</summary>
/// <param name="Seeds">The seeds, ascending.</param>
/// <param name="Epochs">The epochs at which it was measured, ascending: 0 is before training, 2.5 the middle of the third epoch.</param>
/// <param name="Values">Values[seed index][epoch index]; NaN where a seed lacks an epoch.</param>
internal sealed record TrainingCurve(
    IReadOnlyList<int> Seeds, IReadOnlyList<double> Epochs, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>Whether anything was measured.</summary>
    public bool IsEmpty => Epochs.Count == 0;

    /// <summary>Reads a curve, with what was measured within epochs; the error is 1 minus the accuracy.</summary>
    /// <exception cref="RecipeException">There is no such variant, metric, split or layer.</exception>
    public static TrainingCurve Of(ResultTable results, string variant, string metric, string split = "", int? layer = null)
    {
        if (metric == Metrics.Error)
        {
            var accuracy = Of(results, variant, Metrics.Accuracy, split, layer);
            return accuracy with { Values = [.. accuracy.Values.Select(ofSeed => (double[])[.. ofSeed.Select(value => 1 - value)])] };
        }

        var (curve, steps) = (results.Curve(variant, metric, split, layer), results.StepCurve(variant, metric, split, layer));
        return steps.Steps.Count > curve.Epochs.Count ? new(steps.Seeds, steps.Epochs, steps.Values)
            : new(curve.Seeds, [.. curve.Epochs.Select(epoch => (double)epoch)], curve.Values);
    }

    /// <summary>The first steps of it, counted in steps instead of epochs.</summary>
    public TrainingCurve InSteps(long stepsPerEpoch, int most)
    {
        double[] steps = [.. Epochs.Select(epoch => Math.Round(epoch * stepsPerEpoch)).TakeWhile(step => step <= most)];
        return this with { Epochs = steps, Values = [.. Values.Select(ofSeed => (double[])[.. ofSeed.Take(steps.Length)])] };
    }

    /// <summary>The values of all seeds at a point.</summary>
    public IReadOnlyList<double> At(int index) => [.. Values.Select(ofSeed => ofSeed[index])];

    /// <summary>The means over seeds on an axis, point by point.</summary>
    public IReadOnlyList<Interval> Means(ValueAxis axis) => [.. Epochs.Select((_, index) => axis.Mean(At(index)))];

    /// <summary>The same of the seeds that the axis shows alone: without those that diverged before.</summary>
    public IReadOnlyList<Interval> MeansOfShown(ValueAxis axis) => [.. Epochs.Select((_, index) =>
        axis.Mean([.. At(index) is var values && values.Any(axis.Shows) ? values.Where(axis.Shows) : values]))];

    /// <summary>
    /// The median over seeds, point by point; a seed whose training ended, as it diverged, counts with its last value to the end.
    /// </summary>
    public IReadOnlyList<double> Medians()
    {
        var carried = Values.Select(Carried).ToList();
        return [.. Epochs.Select((_, index) => carried.Select(ofSeed => ofSeed[index]).Order().ToList()).Select(Middle)];

        static double Middle(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

        static List<double> Carried(IReadOnlyList<double> ofSeed)
        {
            List<double> values = [];
            foreach (var value in ofSeed)
            {
                values.Add(double.IsFinite(value) || values.Count == 0 ? value : values[^1]);
            }

            return values;
        }
    }
}
