using System.Text.Json;
using System.Text.Json.Serialization;

namespace Experiments.Bench;

/// <summary>What one process measured of a training loop: the line of JSON that the peers and <c>bench engine</c> end with.</summary>
internal sealed record LoopTiming
{
    /// <summary>The loop: engine, natural, stacked autograd, stacked by hand, numpy.</summary>
    public required string Loop { get; init; }

    /// <summary>The setting's name.</summary>
    public required string Setting { get; init; }

    /// <summary>Networks trained at once.</summary>
    public required int Replicas { get; init; }

    /// <summary>Threads that trained.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether the recipe's measurements after every epoch are in the times.</summary>
    public required bool Measured { get; init; }

    /// <summary>Inputs, units of every hidden layer, classes.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Images in a step.</summary>
    public required int Batch { get; init; }

    /// <summary>Training images.</summary>
    public required int Images { get; init; }

    /// <summary>Activation, cost, optimizer, initial values and dropout, in the engine's words.</summary>
    public required string How { get; init; }

    /// <summary>Steps of an epoch.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>Epochs before the clock started.</summary>
    public required int WarmUpEpochs { get; init; }

    /// <summary>Epochs timed, one by one.</summary>
    public required int Epochs { get; init; }

    /// <summary>Steps timed.</summary>
    public required long Steps { get; init; }

    /// <summary>Microseconds a step in the fastest epoch.</summary>
    public required double UsPerStepLeast { get; init; }

    /// <summary>Microseconds a step, median over epochs.</summary>
    public required double UsPerStep { get; init; }

    /// <summary>Microseconds a step for each network, median over epochs.</summary>
    public required double UsPerReplicaStep { get; init; }

    /// <summary>Seconds an epoch for each network, median over epochs.</summary>
    public required double SecondsPerSeedEpoch { get; init; }

    /// <summary>Validation accuracy at the end, network by network: it shows that the loops do the same training.</summary>
    public required IReadOnlyList<double> ValidationAccuracy { get; init; }

    /// <summary>The most memory that the process ever had, in megabytes; 0 if the system does not say.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>What both sides must agree on.</summary>
    [JsonIgnore]
    public string Task => $"{string.Join('-', Sizes)}, {Images} images in batches of {Batch}, {How}, {(Measured ? "measured" : "training alone")}";

    /// <summary>The line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LoopTimingJson.Default.LoopTiming);

    /// <summary>Reads the last line of what a process wrote.</summary>
    /// <exception cref="JsonException">It is not such a line.</exception>
    public static LoopTiming Read(string output) =>
        JsonSerializer.Deserialize(output.TrimEnd().Split('\n')[^1], LoopTimingJson.Default.LoopTiming) ?? throw new JsonException("null is no timing");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LoopTiming))]
internal sealed partial class LoopTimingJson : JsonSerializerContext;
