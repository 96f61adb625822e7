using Experiments.Charts;

namespace Experiments;

/// <summary>One question about training neural networks: what varies, what is held constant, and the charts that answer it.</summary>
public abstract class Recipe
{
    /// <summary>The recipe's name on the command line: the class's name in lower case with hyphens.</summary>
    public string Name => SettingNames.Of(GetType().Name);

    /// <summary>The question, as a reader would ask it.</summary>
    public abstract string Question { get; }

    /// <summary>Where the question and the settings come from.</summary>
    public abstract Source Source { get; }

    /// <summary>The settings of the published run, which all variants start from.</summary>
    public abstract Settings Defaults { get; }

    /// <summary>Seeds of the published run: 0 to this many minus 1.</summary>
    public virtual int Seeds => 5;

    /// <summary>
    /// How many of the first seeds choose among variants, by validation data, where charts or claims ask for the best: they never report
    /// what they chose; the others do, by test data. See <see cref="ResultTable.ChooseLeast"/>. 0 if nothing is chosen.
    /// </summary>
    public virtual int ChoosingSeeds => 0;

    /// <summary>The settings of a quick run: a minute at most, and too small to decide anything.</summary>
    public virtual Settings QuickSettings => Defaults with
    {
        Quick = true,
        Epochs = Math.Min(Defaults.Epochs, 3),
        TrainingImages = Math.Min(Defaults.TrainingImages ?? int.MaxValue, 5_000),
        EvaluationImages = Math.Min(Defaults.EvaluationImages, 2_000),
    };

    /// <summary>
    /// The level that a factor has where a variant does not say so, such as 5,000 <c>images</c>; empty if variants say all.
    /// </summary>
    /// <param name="settings">The settings that the variants are made of.</param>
    public virtual Factors Baseline(Settings settings) => [];

    /// <summary>Seeds of a quick run.</summary>
    public virtual int QuickSeeds => Math.Min(Seeds, 3);

    /// <summary>The arms of the comparison.</summary>
    /// <param name="settings">The settings asked for: the defaults or the quick run, with the user's overrides.</param>
    public abstract IEnumerable<Variant> Variants(Settings settings);

    /// <summary>
    /// The factors of all variants by name, also of those that other settings bring: what charts and claims may speak of.
    /// </summary>
    internal IReadOnlyDictionary<string, Factors> FactorsOf(IEnumerable<Variant> variants) =>
        Variants(Defaults).Concat(variants).DistinctBy(variant => variant.Name)
            .ToDictionary(variant => variant.Name, variant => variant.Factors);

    /// <summary>The charts, drawn from results alone.</summary>
    /// <param name="results">The results to be drawn; may lack variants.</param>
    public abstract IEnumerable<Chart> Charts(ResultTable results);

    /// <summary>Tables of words that are computed from results, such as a diagnosis of every variant; most recipes have none.</summary>
    /// <param name="results">The results; may lack variants.</param>
    public virtual IEnumerable<PrintedTable> Tables(ResultTable results) => [];

    /// <summary>
    /// The sentences that this recipe tests. Also asked for before any run, with a table that has no results: every claim is then listed,
    /// and none tested.
    /// </summary>
    /// <param name="results">The results that decide; may lack variants, seeds or everything.</param>
    public virtual IEnumerable<Claim> Claims(ResultTable results) => [];
}

/// <summary>A recipe with settings of its own, which users change by <c>--set</c> like all others.</summary>
/// <typeparam name="TSettings">The record of its settings.</typeparam>
public abstract class Recipe<TSettings> : Recipe
    where TSettings : Settings
{
    /// <inheritdoc/>
    public abstract override TSettings Defaults { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<Variant> Variants(Settings settings) => Variants((TSettings)settings);

    /// <inheritdoc cref="Recipe.Variants(Settings)"/>
    public abstract IEnumerable<Variant> Variants(TSettings settings);

    /// <inheritdoc/>
    public sealed override Factors Baseline(Settings settings) => Baseline((TSettings)settings);

    /// <inheritdoc cref="Recipe.Baseline(Settings)"/>
    public virtual Factors Baseline(TSettings settings) => [];
}
