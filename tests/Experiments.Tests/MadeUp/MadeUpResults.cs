using Experiments.Naming;
using Experiments.Results;

namespace Experiments.Tests.MadeUp;

/// <summary>Results that nobody measured, for charts and readings to be drawn from.</summary>
internal static class MadeUpResults
{
    /// <summary>A table with the given rows.</summary>
    /// <param name="folder">Where its cells are written.</param>
    /// <param name="variants">The variants, in order.</param>
    /// <param name="seeds">Seeds of every variant, from 0.</param>
    /// <param name="rows">The rows of a cell, from a variant's name and a seed.</param>
    /// <param name="quick">Whether they are of a quick run.</param>
    /// <param name="synthetic">Whether their images were drawn.</param>
    /// <param name="missing">Seeds of every variant, after the others, that were asked for and are not there.</param>
    /// <param name="factors">The factors of all variants, if they have more than their name.</param>
    /// <param name="baseline">The levels of factors that variants do not name.</param>
    /// <param name="departures">The settings that are not as published, by variant.</param>
    /// <param name="dataSet">The data set's name.</param>
    /// <param name="choosingSeeds">How many of the first seeds choose.</param>
    public static ResultTable Of(
        string folder,
        IReadOnlyList<string> variants,
        int seeds,
        Func<string, int, IEnumerable<Measurement>> rows,
        bool quick = false,
        bool synthetic = false,
        int missing = 0,
        IReadOnlyDictionary<string, Factors>? factors = null,
        Factors? baseline = null,
        IReadOnlyDictionary<string, IReadOnlyList<Departure>>? departures = null,
        string dataSet = "MNIST",
        int choosingSeeds = 0)
    {
        var store = new ResultStore(folder);
        var records = new List<RunRecord>();
        foreach (var variant in variants)
        {
            var determines = new Dictionary<string, string> { ["variant"] = variant };
            var key = ResultKey.Of("recipe", variant, determines);
            records.Add(new()
            {
                Recipe = "recipe", Variant = variant, Hash = key.Hash, Quick = quick, Determines = determines, DataSet = dataSet,
                Synthetic = synthetic,
            });
            store.Write(records[^1], seed: 0);
            for (var seed = 0; seed < seeds; seed++)
            {
                store.Write(key, seed, rows(variant, seed));
            }
        }

        List<MissingCells> gaps = missing == 0
            ? []
            : [.. variants.Select(variant => new MissingCells(variant, [.. Enumerable.Range(seeds, missing)]))];
        return ResultTable.Read(store, "recipe", records, gaps: gaps, variants: factors, baseline: baseline, departures: departures,
            choosingSeeds: choosingSeeds);
    }

    /// <summary>
    /// A loss that falls on the training images and rises again on the validation images, and an accuracy that grows, from epoch 0 on.
    /// </summary>
    /// <param name="epochs">Epochs after the one before training.</param>
    /// <param name="seed">Shifts everything a little.</param>
    /// <param name="overfitting">How fast the validation loss rises again.</param>
    public static IEnumerable<Measurement> Learning(int epochs, int seed, double overfitting = 0.005)
    {
        for (var epoch = 0; epoch <= epochs; epoch++)
        {
            var (left, shift) = (Math.Exp(-0.3 * epoch), 1 + (0.03 * seed));
            yield return new(epoch, epoch, Splits.Train, Metrics.Loss, null, shift * (2.3 * left) + 1e-4);
            yield return new(epoch, epoch, Splits.Validation, Metrics.Loss, null, shift * (0.25 + (2.05 * left) + (overfitting * epoch)));
            yield return new(epoch, epoch, Splits.Train, Metrics.Accuracy, null, 1 - (0.9 * left));
            yield return new(epoch, epoch, Splits.Validation, Metrics.Accuracy, null, 0.95 - (0.85 * left) + (0.001 * seed));
            yield return new(epoch, epoch, Splits.Test, Metrics.Accuracy, null, 0.94 - (0.84 * left) + (0.001 * seed));
        }
    }
}
