namespace Experiments.Results;

/// <summary>A row of a cell with the cell's seed.</summary>
internal readonly record struct SeedRow(int Seed, Measurement Of);

/// <summary>The rows of all cells of one variant, in the order of its cells, and by metric: sorted when somebody asks.</summary>
/// <param name="all">The rows.</param>
internal sealed class VariantRows(IReadOnlyList<SeedRow> all)
{
    private readonly Lazy<ILookup<string, SeedRow>> measured =
        new(() => all.Where(row => !Metrics.IsByStep(row.Of.Metric)).ToLookup(row => row.Of.Metric));

    private readonly Lazy<ILookup<string, SeedRow>> measuredByStep =
        new(() => all.Where(row => Metrics.IsByStep(row.Of.Metric)).ToLookup(row => row.Of.Metric));

    /// <summary>Of a variant that has no cells.</summary>
    public static VariantRows None { get; } = new([]);

    /// <summary>Of cells, each with its seed.</summary>
    public static VariantRows Of(IEnumerable<(int Seed, IReadOnlyList<Measurement> Rows)> cells)
    {
        List<(int Seed, IReadOnlyList<Measurement> Rows)> read = [.. cells];
        var all = new List<SeedRow>(read.Sum(cell => cell.Rows.Count));
        foreach (var (seed, rows) in read)
        {
            foreach (var row in rows)
            {
                all.Add(new(seed, row));
            }
        }

        return new(all);
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<SeedRow> All => all;

    /// <summary>Those that belong to whole epochs, by metric.</summary>
    public ILookup<string, SeedRow> Measured => measured.Value;

    /// <summary>Those that belong to steps within epochs, by metric.</summary>
    public ILookup<string, SeedRow> MeasuredByStep => measuredByStep.Value;
}
