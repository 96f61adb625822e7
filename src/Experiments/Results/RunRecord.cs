using System.Text.Json.Serialization;

namespace Experiments.Results;

/// <summary>
/// What stands in <c>settings.json</c> beside a variant's cells: what they are, and everything that determines their numbers. How each of
/// them came about is in its <see cref="CellProvenance"/>.
/// </summary>
public sealed record RunRecord
{
    /// <summary>The name of the data set's digest in <see cref="Determines"/>.</summary>
    internal const string DigestName = "data-sha256";

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The variant's factors, such as <c>activation: tanh</c>; empty in records of version 0.1.</summary>
    public IReadOnlyDictionary<string, string> Factors { get; init => field = value ?? field; } = new Dictionary<string, string>();

    /// <summary>The hash of <see cref="Determines"/>, part of the folder's name.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether this was a quick run (<c>--quick</c>): charts say so and claims are not tested on it.</summary>
    public required bool Quick { get; init; }

    /// <summary>What determines the numbers: settings, model, data set and split, by name.</summary>
    public required IReadOnlyDictionary<string, string> Determines { get; init; }

    /// <summary>
    /// What the model's code does beyond its name: guards against code that has changed under one name. Null if it is not known.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fingerprint { get; init; }

    /// <summary>
    /// The data set's name, such as MNIST: it goes by the digest. What was recorded names only what has no name of its own.
    /// </summary>
    public required string DataSet { get => DataDigest.Length > 0 ? Data.DataSet.NameOf(DataDigest, field) : field; init; }

    /// <summary>The data set's digest, which is what it is.</summary>
    [JsonIgnore]
    public string DataDigest => Determines.GetValueOrDefault(DigestName, "");

    /// <summary>Whether the images were drawn by the engine rather than measured.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Names the variant's results.</summary>
    [JsonIgnore]
    public ResultKey Key => new(Recipe, Variant, Hash);

    /// <summary>The file's text.</summary>
    public string ToJson() => SealedJson.Format(this);

    /// <summary>Reads a record.</summary>
    /// <param name="path">Path of a <c>settings.json</c>.</param>
    /// <exception cref="BadResultException">
    /// The file is damaged or not a record, or its hash is not that of what it says determined the results.
    /// </exception>
    public static RunRecord Read(string path) =>
        SealedJson.Read<RunRecord>(path) is var record && record.Hash == ResultKey.HashOf(record.Determines)
            ? record
            : throw new BadResultException($"{path} was changed after it was written: its settings have another hash. {SealedJson.Again}");
}
