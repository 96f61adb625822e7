using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Results;

/// <summary>What stands in <c>settings.json</c> beside a variant's cells: everything needed to know, and to repeat, how they came about.</summary>
public sealed record RunRecord
{
    // For people: nothing of it ever stands in a web page.
    private static readonly RunRecordJson Readable =
        new(new JsonSerializerOptions(RunRecordJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The hash of <see cref="Determines"/>, part of the folder's name.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether this was a quick look (<c>--quick</c>): charts say so and claims are not tested on it.</summary>
    public required bool Quick { get; init; }

    /// <summary>What determines the numbers: settings, network, data set and split, by name.</summary>
    public required IReadOnlyDictionary<string, string> Determines { get; init; }

    /// <summary>The data set's name, such as MNIST.</summary>
    public required string DataSet { get; init; }

    /// <summary>Whether the images were drawn by the engine rather than measured.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>What does not determine the numbers, or should not: versions, machine, threads, command line, by name.</summary>
    public required IReadOnlyDictionary<string, string> Circumstances { get; init; }

    /// <summary>The record as it is written to disk.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Readable.RunRecord) + "\n";

    /// <summary>Reads a record.</summary>
    /// <param name="path">Path of a <c>settings.json</c>.</param>
    /// <exception cref="BadResultException">The file is not a record, or its hash is not that of what it says determined the results.</exception>
    public static RunRecord Read(string path)
    {
        RunRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(File.ReadAllText(path), RunRecordJson.Default.RunRecord);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message.Split('\n')[0]} Remove its folder and run the recipe again.");
        }

        return record is not null && record.Hash == ResultKey.HashOf(record.Determines)
            ? record
            : throw new BadResultException($"{path} was changed after it was written: its settings do not give its hash. Remove its folder and run the recipe again.");
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunRecordJson : JsonSerializerContext;
