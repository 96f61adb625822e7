using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Experiments.Results;

namespace Experiments.CommandLine.Output;

/// <summary>Writes results as JSON.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it goes to a file or a program, never into a web page
    };

    /// <summary>Writes one value and a line end.</summary>
    public static void Write(TextWriter output, JsonNode value) => output.WriteLine(value.ToJsonString(Readable));

    /// <summary>An array of values.</summary>
    public static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> convert) => [.. values.Select(convert)];

    /// <summary>Cells that are missing.</summary>
    public static JsonObject Of(MissingCells gap) => new()
    {
        ["variant"] = gap.Variant,
        ["seeds"] = Array(gap.Seeds, seed => seed),
        ["damaged"] = gap.Damaged,
    };

    /// <summary>An object of texts by name.</summary>
    public static JsonObject Object(IEnumerable<KeyValuePair<string, string>> values) =>
        [.. values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))];
}
