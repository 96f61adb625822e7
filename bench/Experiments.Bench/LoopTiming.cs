using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Bench;

/// <summary>What one process measured of a training loop: the line of JSON that <c>bench loop</c> and the Python peer print last.</summary>
internal sealed record LoopTiming
{
    /// <summary>The setting's name.</summary>
    public required string Setting { get; init; }

    /// <summary>Layers, images, batch size, loss and optimizer in words: all loops of a setting must agree on it.</summary>
    public required string Task { get; init; }

    /// <summary>Steps of an epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>Epochs before the clock started.</summary>
    public required int WarmUpEpochs { get; init; }

    /// <summary>Epochs timed, one by one.</summary>
    public required int Epochs { get; init; }

    /// <summary>
    /// Microseconds per step on the clock, median over epochs; 0 if it was not measured. All other times are processor time.
    /// </summary>
    public double ClockUsPerStep { get; init; }

    /// <summary>Microseconds per step in the fastest epoch.</summary>
    public required double UsPerStepLeast { get; init; }

    /// <summary>Microseconds per step, median over epochs.</summary>
    public required double UsPerStep { get; init; }

    /// <summary>Validation accuracy at the end, 0 to 1: it shows that the loops do the same training.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>Peak memory of the process in megabytes; 0 if the system does not say.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>Seconds that the recipe's probes took after an epoch, median; 0 if they did not run.</summary>
    public double ProbeSeconds { get; init; }

    /// <summary>Width in bits of the vectors that .NET uses; 0 for other programs.</summary>
    public int VectorBits { get; init; }

    /// <summary>Share of an epoch that the probes took, in per cent.</summary>
    [JsonIgnore]
    public double ProbeShare => 100 * ProbeSeconds / (ProbeSeconds + (UsPerStep * 1e-6 * StepsPerEpoch));

    /// <summary>The line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LoopTimingJson.Default.LoopTiming);

    /// <summary>Reads the last line that a process wrote.</summary>
    /// <exception cref="JsonException">It is not such a line.</exception>
    public static LoopTiming Read(string output) =>
        JsonSerializer.Deserialize(output.TrimEnd().Split('\n')[^1], LoopTimingJson.Default.LoopTiming)
            ?? throw new JsonException("null is no timing");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoopTiming))]
internal sealed partial class LoopTimingJson : JsonSerializerContext;
