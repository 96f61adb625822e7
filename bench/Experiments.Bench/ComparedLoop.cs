namespace Experiments.Bench;

/// <summary>One of the loops that are compared.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Loop">Its name for <c>bench loop</c>; null for the Python peer.</param>
/// <param name="Variables">Environment variables of its process.</param>
internal sealed record ComparedLoop(string Name, string? Loop, params IReadOnlyList<(string Name, string Value)> Variables)
{
    /// <summary>A plain TorchSharp loop: what the others are compared with.</summary>
    public static ComparedLoop Natural { get; } = new("natural TorchSharp", "natural");

    /// <summary>The engine's eager trainer.</summary>
    public static ComparedLoop Eager { get; } = new("eager", "eager");

    /// <summary>The engine's fused trainer.</summary>
    public static ComparedLoop Fused { get; } = new("fused", "fused");

    /// <summary>A plain PyTorch loop.</summary>
    public static ComparedLoop PyTorch { get; } = new("natural PyTorch", null);

    /// <summary>The fused trainer on narrower vectors: .NET 10 calls the switch EnableAVX512, earlier ones EnableAVX512F.</summary>
    public static IReadOnlyList<ComparedLoop> Narrow { get; } =
    [
        new("fused, no AVX-512", "fused", ("DOTNET_EnableAVX512F", "0"), ("DOTNET_EnableAVX512", "0")),
        new("fused, no AVX2", "fused", ("DOTNET_EnableAVX2", "0")) { Images = 200 },
    ];

    /// <summary>Other than the usual number of training images: without AVX2 a step takes a hundred times longer.</summary>
    public int? Images { get; private init; }

    /// <summary>Runs it in a process of its own.</summary>
    /// <param name="place">Where things are.</param>
    /// <param name="core">The core to keep it on; null for any.</param>
    /// <param name="options">Options that <c>bench loop</c> and the Python peer share.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CommandLine.FailureException">It failed.</exception>
    public async Task<LoopTiming> TimeAsync(Place place, int? core, IReadOnlyList<string> options, CancellationToken cancellation)
    {
        string[] program = Loop is null
            ? [place.Python!, Path.Combine(place.Root, "bench", "peers", "natural.py")]
            : [.. Child.Self, "loop", "--loop", Loop];
        var outcome = await Child.RunAsync(
            [.. Child.Pin(core), .. program, .. WithImages(options)], cancellation, oneThread: true, Variables);
        return LoopTiming.Read(outcome.Output);
    }

    private IEnumerable<string> WithImages(IReadOnlyList<string> options)
    {
        if (Images is not { } images)
        {
            return options;
        }

        var at = Math.Max(0, options.ToList().IndexOf("--images"));
        return [.. options.Take(at), .. options.Skip(options.Contains("--images") ? at + 2 : 0), "--images", $"{images}"];
    }
}
