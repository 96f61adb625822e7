namespace Experiments.Running;

/// <summary>A variant's part of a plan: which of its cells are missing and which are on disk.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Key">Names its results.</param>
/// <param name="Determines">What determines its results, by name.</param>
/// <param name="Seeds">The seeds of its cells, ascending.</param>
internal sealed record PlannedVariant(
    Variant Variant, ResultKey Key, IReadOnlyDictionary<string, string> Determines, IReadOnlyList<int> Seeds)
{
    /// <summary>The variant's name.</summary>
    public string Name => Variant.Name;

    /// <summary>Seeds that have a sound cell already.</summary>
    public IReadOnlyList<int> Present { get; private init; } = [];

    /// <summary>Seeds whose cells are to be computed.</summary>
    public IReadOnlyList<int> Missing => Present.Count == 0 ? Seeds : [.. Seeds.Except(Present)];

    /// <summary>The rows of these cells, by seed, if they were to be kept.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Measurement>> Rows { get; private init; } =
        new Dictionary<int, IReadOnlyList<Measurement>>();

    /// <summary>What is wrong with cells that are there but cannot be used, which are among the missing.</summary>
    public IReadOnlyList<BadResultException> Damaged { get; private init; } = [];

    /// <summary>What is wrong with the variant's record though cells are there; null if nothing is.</summary>
    public BadResultException? RecordProblem { get; private init; }

    /// <summary>Whether cells are computed even if they are there.</summary>
    public bool Forced { get; init; }

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
    public PlannedVariant Against(ResultStore store, bool keepRows = false)
    {
        var there = store.There(Key, Seeds).Select(seed =>
        {
            var (rows, problem) = store.TryRead(Key, seed);
            return (Seed: seed, Rows: keepRows ? rows : null, Problem: problem);
        }).ToList();
        return this with
        {
            Present = [.. from cell in there where cell.Problem is null select cell.Seed],
            Rows = there.Where(cell => cell.Rows is not null).ToDictionary(cell => cell.Seed, cell => cell.Rows!),
            Damaged = [.. there.Select(cell => cell.Problem).OfType<BadResultException>()],
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
