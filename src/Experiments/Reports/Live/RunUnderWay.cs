using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Reports.Live;

/// <summary>
/// A run under way, for those who watch: one file in <c>.progress</c> below the results folder, which the run writes again and again and
/// removes at its end. It is no result, and no result depends on it. If a run is killed, its file stays and is not written any more.
/// </summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Command">The command as it was typed.</param>
/// <param name="Words">What was asked for, as words after <c>run</c>.</param>
/// <param name="Process">Who runs: <c>process 12 on host</c>.</param>
/// <param name="Started">When it began.</param>
/// <param name="Cells">Cells to compute.</param>
/// <param name="Ended">Cells that are done or failed.</param>
/// <param name="Done">Cells that are done, those under way by their epochs.</param>
/// <param name="SecondsLeft">Time left at the pace so far; null at the start.</param>
/// <param name="Variants">The variants with the states of their cells.</param>
/// <param name="Running">The cells under way.</param>
internal sealed record RunUnderWay(
    string Recipe, string Command, IReadOnlyList<string> Words, string Process, DateTime Started,
    int Cells, int Ended, double Done, double? SecondsLeft, IReadOnlyList<VariantUnderWay> Variants, IReadOnlyList<CellUnderWay> Running)
{
    /// <summary>How long a file may stay as it is before its run is taken for dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>How often a run writes its file at least.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>Seconds since the file was last written, if the run is taken for dead; null while it lives.</summary>
    public double? SilentFor { get; init; }

    /// <summary>The folder of the files.</summary>
    public static string FolderIn(string results) => Path.Combine(results, ".progress");

    /// <summary>The runs under way in a results folder, by recipe. What cannot be read is being written just now and passed over.</summary>
    public static IReadOnlyList<RunUnderWay> In(string results)
    {
        var folder = FolderIn(results);
        try
        {
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
            return
            [
                .. files.Select(Read).OfType<RunUnderWay>()
                    .OrderBy(run => run.Recipe, StringComparer.Ordinal).ThenBy(run => run.Started),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return []; // the folder was removed just now
        }
    }

    /// <summary>A file for one more run. The files of runs that were killed are removed.</summary>
    public static string NewIn(string results, string recipe)
    {
        ClearDead(FolderIn(results));
        return Path.Combine(FolderIn(results), $"{recipe}-{Guid.NewGuid():N}.json");
    }

    private static void ClearDead(string folder)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            if (Age(path) > Patience)
            {
                AtomicFile.TryDelete(path);
            }
        }
    }

    /// <summary>The file's content.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, LiveJson.Default.RunUnderWay);

    /// <summary>What a file says; null if there is none, or it is being written just now, or nobody has written it for an hour.</summary>
    public static RunUnderWay? Read(string path)
    {
        try
        {
            var age = Age(path);
            return age > Forgotten ? null
                : JsonSerializer.Deserialize(File.ReadAllBytes(path), LiveJson.Default.RunUnderWay) is not { } run ? null
                : run with { SilentFor = age > Patience ? Math.Floor(age.TotalSeconds) : null };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Age(string path) => DateTime.UtcNow - File.GetLastWriteTimeUtc(path);
}

/// <summary>A variant of a run under way.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seeds">The seeds of its cells.</param>
/// <param name="States">
/// A letter for each: <c>d</c> done, <c>r</c> running, <c>f</c> failed, <c>w</c> in work elsewhere, <c>.</c> to come.
/// </param>
internal sealed record VariantUnderWay(string Name, IReadOnlyList<int> Seeds, string States);

/// <summary>A cell under way.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">Epochs completed.</param>
/// <param name="Epochs">Epochs to train.</param>
/// <param name="Accuracies">Validation accuracies so far, 0 to 1; of long trainings the last ones.</param>
/// <param name="SecondsLeft">Time left at the pace so far; null before the first epoch.</param>
internal sealed record CellUnderWay(
    string Variant, int Seed, int Epoch, int Epochs, IReadOnlyList<double> Accuracies, double? SecondsLeft);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunUnderWay))]
[JsonSerializable(typeof(LiveState))]
[JsonSerializable(typeof(string))]
internal sealed partial class LiveJson : JsonSerializerContext;
