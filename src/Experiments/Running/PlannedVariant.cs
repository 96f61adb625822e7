namespace Experiments.Running;

/// <summary>A variant's part of a plan: which of its cells are missing and which are on disk.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Key">Names its results.</param>
/// <param name="Determines">What determines its results, by name.</param>
/// <param name="Missing">Seeds whose cells are to be computed, ascending.</param>
/// <param name="Present">Seeds that have a sound cell already, ascending.</param>
internal sealed record PlannedVariant(
    Variant Variant, ResultKey Key, IReadOnlyDictionary<string, string> Determines, IReadOnlyList<int> Missing, IReadOnlyList<int> Present)
{
    /// <summary>The variant's name.</summary>
    public string Name => Variant.Name;

    /// <summary>The recipe's class, if there is one.</summary>
    public Type? RecipeType { get; init; }

    /// <summary>What is wrong with cells that are there but cannot be used, which are among the missing.</summary>
    public IReadOnlyList<BadResultException> Damaged { get; init; } = [];

    /// <summary>What is wrong with the variant's record though cells are there; null if nothing is.</summary>
    public BadResultException? RecordProblem { get; init; }

    /// <summary>Whether cells are computed even if they are there.</summary>
    public bool Forced { get; init; }

    /// <summary>The cells to be computed, by seed.</summary>
    public IReadOnlyList<PlannedCell> Cells => [.. Missing.Select(seed => new PlannedCell(this, seed))];

    /// <summary>Whether anything is to be done.</summary>
    public bool HasWork => Missing.Count > 0 || RecordProblem is not null;

    /// <summary>Its record.</summary>
    public RunRecord Record(DataSet data, string? fingerprint) => new()
    {
        Recipe = Key.Recipe,
        Variant = Name,
        Factors = Variant.Factors.ToDictionary(factor => factor.Factor, factor => factor.Level.Text),
        Hash = Key.Hash,
        Quick = Variant.Settings.Quick,
        Determines = Determines,
        Fingerprint = fingerprint,
        DataSet = data.Name,
        Synthetic = data.IsSynthetic,
    };

    /// <summary>The same variant with what is in the store now.</summary>
    public PlannedVariant Against(ResultStore store)
    {
        var there = Missing.Concat(Present).Where(seed => store.Has(Key, seed)).Order().ToList();
        var problems = there.Select(seed => (Seed: seed, Problem: store.Problem(Key, seed))).ToList();
        List<int> sound = [.. problems.Where(cell => cell.Problem is null).Select(cell => cell.Seed)];
        return this with
        {
            Present = sound,
            Missing = [.. Missing.Concat(Present).Except(sound).Order()],
            Damaged = [.. problems.Select(cell => cell.Problem).OfType<BadResultException>()],
            RecordProblem = there.Count > 0 ? store.RecordProblem(Key) : null,
        };
    }
}

/// <summary>One training of one variant: the unit of work and of result, saved whole or not at all.</summary>
internal sealed record PlannedCell(PlannedVariant Variant, int Seed)
{
    /// <summary>The cell as people read it: <c>3 hidden, seed 2</c>.</summary>
    public override string ToString() => $"{Variant.Name}, seed {Seed}";
}
