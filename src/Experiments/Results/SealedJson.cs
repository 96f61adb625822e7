using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Experiments.Results;

/// <summary>
/// JSON files whose last member is the SHA-256 of the text without it. Files of version 0.1 have none, and newer ones may have members that
/// are not known here: both are read.
/// </summary>
internal static class SealedJson
{
    private const string Seal = ",\n  \"sha256\": \"";
    private const string End = "\n}\n";

    /// <summary>What becomes of a record that cannot be used.</summary>
    public const string Again = "The next 'run' sets it aside and writes it anew.";

    // For people: nothing of it ever stands in a web page.
    private static readonly RecordsJson Readable =
        new(new JsonSerializerOptions(RecordsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The file's text.</summary>
    public static string Format<T>(T value)
    {
        var text = JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T))!) + "\n";
        return $"{text[..^End.Length]}{Seal}{ResultKey.Digest(text)}\"{End}";
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadResultException">It is damaged, or not a record of this kind.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            var type = (JsonTypeInfo<T>)RecordsJson.Default.GetTypeInfo(typeof(T))!;
            return JsonSerializer.Deserialize(Unsealed(path, AtomicFile.Read(path)), type) ?? throw new JsonException("It is empty.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message.Split('\n')[0]} {Again}");
        }
    }

    private static ReadOnlySpan<byte> Unsealed(string path, byte[] text)
    {
        var seal = text.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(Seal));
        byte[] unsealed = seal < 0 ? text : [.. text.AsSpan(0, seal), .. Encoding.UTF8.GetBytes(End)];
        return (seal < 0 ? !EndsWithDigest(Encoding.UTF8.GetString(text)) : Encoding.UTF8.GetString(text.AsSpan(seal)) == SealOf(unsealed))
            ? unsealed
            : throw new BadResultException($"{path} is damaged or was changed after it was written: its checksum does not fit. {Again}");
    }

    private static string SealOf(byte[] unsealed) => $"{Seal}{Convert.ToHexStringLower(SHA256.HashData(unsealed))}\"{End}";

    // As a seal does whose name is damaged.
    private static bool EndsWithDigest(string text)
    {
        var end = text.TrimEnd('}', '\n', '"');
        return end.Length > 64 && end[^64..].All(char.IsAsciiHexDigitLower);
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(CellProvenance))]
internal sealed partial class RecordsJson : JsonSerializerContext;
