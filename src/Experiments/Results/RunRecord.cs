using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Results;

/// <summary>
/// What stands in <c>settings.json</c> beside a variant's cells: everything needed to know, and to repeat, how they came about. Its last member
/// is the SHA-256 of the text without it. Records of version 0.1 have none; they are read all the same.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RunRecord
{
    /// <summary>The circumstance that says which cells the record tells of.</summary>
    public const string Seeds = "seeds";

    /// <summary>The circumstance that says how long they took.</summary>
    public const string Seconds = "seconds";

    private const string End = "\n}\n";
    private const string Seal = ",\n  \"sha256\": \"";
    private const string Again = "The next 'run' sets it aside and writes it anew.";

    // For people: nothing of it ever stands in a web page.
    private static readonly RunRecordJson Readable =
        new(new JsonSerializerOptions(RunRecordJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>The variant's factors, such as <c>activation: tanh</c>; empty in records of version 0.1.</summary>
    public IReadOnlyDictionary<string, string> Factors { get; init => field = value ?? field; } = new Dictionary<string, string>();

    /// <summary>The hash of <see cref="Determines"/>, part of the folder's name.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether this was a quick look (<c>--quick</c>): charts say so and claims are not tested on it.</summary>
    public required bool Quick { get; init; }

    /// <summary>What determines the numbers: settings, network, data set and split, by name.</summary>
    public required IReadOnlyDictionary<string, string> Determines { get; init; }

    /// <summary>What the model's code does beyond its name: guards against code that has changed under one name. Null if it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fingerprint { get; init; }

    /// <summary>The data set's name, such as MNIST.</summary>
    public required string DataSet { get; init; }

    /// <summary>Whether the images were drawn by the engine rather than measured.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>What does not determine the numbers, or should not: versions, machine, threads, command line, by name.</summary>
    public required IReadOnlyDictionary<string, string> Circumstances { get; init; }

    /// <summary>How many seconds each cell took that this record tells of, by seed; empty if it is unknown. Cells that were trained together share their time.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<int, double> SecondsBySeed
    {
        get
        {
            List<int> seeds = [.. Circumstances.GetValueOrDefault(Seeds, "").Split(',').Where(text => int.TryParse(text, CultureInfo.InvariantCulture, out _)).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Distinct()];
            return double.TryParse(Circumstances.GetValueOrDefault(Seconds), CultureInfo.InvariantCulture, out var seconds)
                ? seeds.ToDictionary(seed => seed, _ => seconds / seeds.Count)
                : new Dictionary<int, double>();
        }
    }

    /// <summary>The record as it is written to disk.</summary>
    public string ToJson()
    {
        var text = JsonSerializer.Serialize(this, Readable.RunRecord) + "\n";
        return $"{text[..^End.Length]}{Seal}{Digest(text)}\"{End}";
    }

    /// <summary>Reads a record.</summary>
    /// <param name="path">Path of a <c>settings.json</c>.</param>
    /// <exception cref="BadResultException">The file is damaged or not a record, or its hash is not that of what it says determined the results.</exception>
    public static RunRecord Read(string path)
    {
        RunRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(Unsealed(path, File.ReadAllText(path)), RunRecordJson.Default.RunRecord);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message.Split('\n')[0]} {Again}");
        }

        return record is not null && record.Hash == ResultKey.HashOf(record.Determines)
            ? record
            : throw new BadResultException($"{path} was changed after it was written: its settings do not give its hash. {Again}");
    }

    // The text without its seal, if that fits. A damaged seal is a member that no record has, which is refused by whoever reads the rest.
    private static string Unsealed(string path, string text)
    {
        var seal = text.LastIndexOf(Seal, StringComparison.Ordinal);
        if (seal < 0)
        {
            return text;
        }

        var unsealed = text[..seal] + End;
        return text[seal..] == $"{Seal}{Digest(unsealed)}\"{End}"
            ? unsealed
            : throw new BadResultException($"{path} is damaged or was changed after it was written: its checksum does not fit. {Again}");
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunRecordJson : JsonSerializerContext;
