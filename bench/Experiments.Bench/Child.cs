using System.Diagnostics;
using Experiments.CommandLine.Options;

namespace Experiments.Bench;

/// <summary>What a process did.</summary>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="PeakBytes">The most memory that it ever had; 0 if the system does not say.</param>
/// <param name="ProcessorSeconds">Processor time of all its threads; 0 if the system does not say.</param>
internal sealed record ChildOutcome(string Output, double Seconds, double PeakBytes, double ProcessorSeconds);

/// <summary>Starts processes, one thread of arithmetic each, and waits for them.</summary>
internal static class Child
{
    private static readonly string[] ThreadVariables = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    /// <summary>The words that start this program again.</summary>
    public static IReadOnlyList<string> Self { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, typeof(Child).Assembly.Location]
        : [Environment.ProcessPath!];

    /// <summary>The words that keep a process on one core; none where the system has no taskset.</summary>
    public static IReadOnlyList<string> Pin(int? core) => core is { } number && File.Exists("/usr/bin/taskset")
        ? ["/usr/bin/taskset", "-c", $"{number}"]
        : [];

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="oneThread">
    /// Whether its libraries are told to use one thread; this program's own commands see to that themselves.
    /// </param>
    /// <param name="variables">Further environment variables.</param>
    /// <exception cref="FailureException">It ended with another exit code than 0.</exception>
    public static async Task<ChildOutcome> RunAsync(
        IReadOnlyList<string> command, CancellationToken cancellation, bool oneThread = false,
        params IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in ThreadVariables.Where(_ => oneThread).Select(variable => (variable, "1")).Concat(variables))
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var (output, messages) =
            (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        var watch = WatchAsync(process);
        await process.WaitForExitAsync(CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        cancellation.ThrowIfCancellationRequested();
        var (peak, processorSeconds) = await watch;
        return process.ExitCode == 0
            ? new(await output, seconds, peak, processorSeconds)
            : throw new FailureException(
                $"'{string.Join(' ', command)}' ended with exit code {process.ExitCode}: {(await messages).Trim().Split('\n')[^1]}");
    }

    // The system's own sums: looking now and then misses nothing but the last moment.
    private static async Task<(double PeakBytes, double ProcessorSeconds)> WatchAsync(Process process)
    {
        var (peak, processor, number) = (0.0, 0.0, $"{process.Id}");
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Memory.Peak(number));
            processor = Math.Max(processor, Memory.ProcessorSeconds(number));
            await Task.Delay(50);
        }

        return (peak, processor);
    }
}
