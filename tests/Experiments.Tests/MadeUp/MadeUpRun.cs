using Experiments.Data;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.MadeUp;

/// <summary>Results that nobody measured, stored where a run would have stored them.</summary>
internal static class MadeUpRun
{
    /// <summary>Stores them.</summary>
    /// <param name="recipe">The recipe that is supposed to have run.</param>
    /// <param name="folder">The results folder.</param>
    /// <param name="seeds">Seeds of every variant, from 0.</param>
    /// <param name="rows">The rows of a cell.</param>
    /// <param name="dataSet">The data set's name.</param>
    /// <param name="settings">The settings it ran with; the published ones if not said.</param>
    /// <param name="digest">The digest of the data; null for that of MNIST or of the synthetic digits, by the name.</param>
    public static void Store(
        Recipe recipe, string folder, int seeds, Func<Variant, int, IEnumerable<Measurement>> rows, string dataSet = "MNIST",
        Func<Recipe, Settings>? settings = null, string? digest = null)
    {
        var store = new ResultStore(folder);
        var with = settings?.Invoke(recipe) ?? recipe.Defaults;
        foreach (var variant in recipe.Variants(with))
        {
            var determines = Plan.Determines(
                variant, digest ?? (dataSet == "MNIST" ? Mnist.Sha256 : SyntheticDigits.Sha256));
            var key = ResultKey.Of(recipe.Name, variant.Name, determines);
            store.Write(new RunRecord
            {
                Recipe = recipe.Name, Variant = variant.Name, Hash = key.Hash, Quick = with.Quick, Determines = determines,
                DataSet = dataSet,
                Synthetic = dataSet != "MNIST",
            }, seed: 0);
            for (var seed = 0; seed < seeds; seed++)
            {
                store.Write(key, seed, rows(variant, seed));
            }
        }
    }
}
