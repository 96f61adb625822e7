using Experiments.Models;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>What is to be run.</summary>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Variants">The variants, in the recipe's order.</param>
/// <param name="Seeds">The seeds of every variant.</param>
public sealed record Study(string Recipe, IReadOnlyList<Variant> Variants, IReadOnlyList<int> Seeds)
{
    /// <summary>
    /// The recipe's class: a checkpoint is used only by the build of its assembly that wrote it. Null if no class defines the study.
    /// </summary>
    public Type? RecipeType { get; init; }

    /// <summary>Whether anything is trained, so that images are needed.</summary>
    public bool NeedsImages => Variants.Any(variant => variant.Workload is Model);
}
