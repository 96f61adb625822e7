using System.ComponentModel;
using Experiments.CommandLine;

namespace Experiments.Bench;

/// <summary>One of the loops that are compared.</summary>
/// <param name="Name">Its name in tables and charts.</param>
/// <param name="Script">The peer's script in bench/peers; null for this engine.</param>
/// <param name="Seeds">Networks that it trains at once.</param>
/// <param name="Arguments">Further arguments.</param>
internal sealed record ComparedLoop(string Name, string? Script, int Seeds, params IReadOnlyList<string> Arguments)
{
    /// <summary>This engine with the cohort of a usual run: what all others are compared with.</summary>
    public static ComparedLoop Engine { get; } = new("engine, 5 seeds", null, 5);

    /// <summary>This engine with a single network.</summary>
    public static ComparedLoop EngineAlone { get; } = new("engine, 1 seed", null, 1);

    /// <summary>One network, nn.Sequential and autograd.</summary>
    public static ComparedLoop Natural { get; } = new("natural PyTorch", "natural.py", 1);

    /// <summary>Several seeds along a leading axis, autograd.</summary>
    public static ComparedLoop Stacked { get; } = new("stacked, autograd", "stacked.py", 5, "--seeds", "5");

    /// <summary>Several seeds along a leading axis, backpropagation by hand.</summary>
    public static ComparedLoop ByHand { get; } = new("stacked, by hand", "stacked.py", 5, "--seeds", "5", "--by-hand");

    /// <summary>One network, numpy, by hand.</summary>
    public static ComparedLoop Numpy { get; } = new("batched numpy", "batched_numpy.py", 1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ComparedLoop> All { get; } = [Engine, EngineAlone, Natural, Stacked, ByHand, Numpy];

    /// <summary>The program and its arguments.</summary>
    /// <param name="place">Where things are.</param>
    /// <param name="options">Options that the peers and <c>bench engine</c> share.</param>
    public IReadOnlyList<string> Command(Place place, IEnumerable<string> options) =>
    [
        .. Script is null ? [.. Child.Self, "engine", "--seeds", $"{Seeds}"] : (string[])[place.Python, Path.Combine(place.Root, "bench", "peers", Script)],
        .. Arguments, .. options,
    ];

    /// <summary>Runs it in a process of its own.</summary>
    /// <param name="place">Where things are.</param>
    /// <param name="core">The core to keep it on; null for any.</param>
    /// <param name="options">Options that the peers and <c>bench engine</c> share.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="FailureException">It failed.</exception>
    public async Task<LoopTiming> TimeAsync(Place place, int? core, IEnumerable<string> options, CancellationToken cancellation)
    {
        var outcome = await Child.RunAsync([.. Child.Pin(core), .. Command(place, options)], cancellation, oneThread: Script is not null);
        return LoopTiming.Read(outcome.Output) with { Loop = Name };
    }
}

/// <summary>Where things are.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Output">The folder of tables and charts.</param>
/// <param name="Python">A Python that has torch and numpy.</param>
internal sealed record Place(string Root, string Output, string Python)
{
    /// <summary>As the launcher says, else the current folder.</summary>
    public static Place Here()
    {
        var root = Environment.GetEnvironmentVariable("EXPERIMENTS_ROOT") is { Length: > 0 } said ? said : Directory.GetCurrentDirectory();
        return new(root, Path.Combine(root, "plots", "bench"), Environment.GetEnvironmentVariable("EXPERIMENTS_PYTHON") is { Length: > 0 } python ? python : "python3");
    }

    /// <summary>Makes sure that the peers can run, before anything is timed.</summary>
    /// <exception cref="FailureException">There is no such Python, or it lacks torch or numpy.</exception>
    public async Task CheckPythonAsync(CancellationToken cancellation)
    {
        try
        {
            await Child.RunAsync([Python, "-c", "import torch, numpy"], cancellation);
        }
        catch (Exception problem) when (problem is FailureException or Win32Exception)
        {
            throw new FailureException(
                $"the comparison needs a Python that has torch and numpy: {problem.Message}. Install them (Debian: apt-get install python3-torch python3-numpy; " +
                "elsewhere: pip install torch numpy), or name a Python that has them: EXPERIMENTS_PYTHON=/path/to/python3");
        }
    }
}
