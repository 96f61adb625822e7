using System.Text.Json.Serialization;

namespace Experiments.Results;

/// <summary>
/// How a cell came about, in a <c>run-….json</c> beside it: nothing here determines the numbers, or should. Records of version 0.1 tell of
/// several seeds that were trained together.
/// </summary>
public sealed record CellProvenance
{
    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The hash of what determines the cell.</summary>
    public required string Hash { get; init; }

    /// <summary>The model's fingerprint when the cell was computed; null if it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fingerprint { get; init; }

    /// <summary>Versions, machine, threads, command line, date, seed and seconds, by name.</summary>
    public required IReadOnlyDictionary<string, string> Circumstances { get; init; }

    /// <summary>Names the variant's results.</summary>
    [JsonIgnore]
    public ResultKey Key => new(Recipe, Variant, Hash);

    /// <summary>The seeds of the cells that this tells of: one, except in version 0.1.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Seeds => [.. Circumstances.GetValueOrDefault("seeds", "").Split(',')
        .Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var seed) ? seed : (int?)null).OfType<int>().Distinct()];

    /// <summary>How many seconds each of these cells took; null if it is unknown. Seeds trained together share their time.</summary>
    [JsonIgnore]
    public double? SecondsPerSeed =>
        double.TryParse(Circumstances.GetValueOrDefault("seconds"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds / Seeds.Count : null;

    /// <summary>How the cells of a variant came about, the last one last; what cannot be read is left out.</summary>
    /// <param name="folder">The variant's folder.</param>
    /// <param name="key">The variant.</param>
    public static IReadOnlyList<CellProvenance> In(string folder, ResultKey key)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "run-*.json") : [];
        string[] all = files.Length > 0 ? files : [Path.Combine(folder, "settings.json")]; // of version 0.1, which had all in one file
        return [.. all.Select(file => BadResultException.Try(() => SealedJson.Read<CellProvenance>(file), _ => { }))
            .OfType<CellProvenance>()
            .Where(run => run.Key == key || run.Key.Folder == key.Folder)
            .OrderBy(run => run.Circumstances.GetValueOrDefault("date", ""), StringComparer.Ordinal)];
    }

    /// <summary>The provenance of a cell that is done now.</summary>
    /// <param name="key">The variant.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="time">How long it took.</param>
    /// <param name="circumstances">Versions, machine, threads, command line, by name.</param>
    public static CellProvenance Of(ResultKey key, int seed, TimeSpan time, IReadOnlyDictionary<string, string> circumstances) => new()
    {
        Recipe = key.Recipe,
        Variant = key.Variant,
        Hash = key.Hash,
        Circumstances = new SortedDictionary<string, string>(circumstances.ToDictionary(), StringComparer.Ordinal)
        {
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["seconds"] = time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
            ["seeds"] = $"{seed}",
        },
    };
}
