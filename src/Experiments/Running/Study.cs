namespace Experiments.Running;

/// <summary>What to run: the variants of a recipe, in its order, and the seeds of each.</summary>
internal sealed record Study(string Recipe, IReadOnlyList<Variant> Variants, IReadOnlyList<int> Seeds)
{
    /// <summary>
    /// The recipe's class: a checkpoint is used only by the build of its assembly that wrote it. Null if no class defines the study.
    /// </summary>
    public Type? RecipeType { get; init; }

    /// <summary>Whether anything is trained, so that images are needed.</summary>
    public bool NeedsImages => Variants.Any(variant => variant.Workload is Model);
}
