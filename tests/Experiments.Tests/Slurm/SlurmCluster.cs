using System.Diagnostics;
using Experiments.Tests.House;

namespace Experiments.Tests.Slurm;

/// <summary>
/// A SLURM cluster on this machine, of its own for one test, made by <c>tests/slurm/cluster</c>. Disposing it ends all that runs on it.
/// </summary>
internal sealed class SlurmCluster : IDisposable
{
    private const int CannotBeHad = 3;
    private readonly string folder = Directory.CreateTempSubdirectory("slurm-").FullName;

    /// <summary>Starts one; skips the test, with the reason, where SLURM cannot be had.</summary>
    /// <param name="nodes">Number of nodes: node1, node2 …</param>
    /// <param name="cpus">CPUs of each node, which may be more than the machine has; null for as many.</param>
    /// <param name="options">More options of <c>cluster start</c>.</param>
    public SlurmCluster(int nodes = 1, int? cpus = null, params IReadOnlyList<string> options)
    {
        // Only a machine for tests is changed without a question.
        string[] all =
        [
            "start", $"{nodes}", "--folder", folder, .. cpus is null ? [] : (string[])["--cpus", $"{cpus}"], .. options,
            .. Environment.GetEnvironmentVariable("CI") == "true" ? [] : (string[])["--no-install"],
        ];
        var started = OperatingSystem.IsLinux() ? Run(Script, all) : new(CannotBeHad, "", "SLURM is for Linux");
        if (started.ExitCode != 0)
        {
            Dispose();
        }

        Assert.SkipWhen(started.ExitCode == CannotBeHad, started.Error.Trim());
        Assert.True(started.ExitCode == 0, $"{Script} ended with {started.ExitCode}: {started.Error}");
    }

    /// <summary>What <c>SLURM_CONF</c> must be for everything that is to find this cluster.</summary>
    public string Configuration => Path.Combine(folder, "slurm.conf");

    private static string Script => Checkout.At("tests", "slurm", "cluster");

    /// <summary>Calls the script, such as <c>kill-node node1</c>; it must succeed.</summary>
    public void Do(params IReadOnlyList<string> words)
    {
        var done = Run(Script, words);
        Assert.True(done.ExitCode == 0, $"cluster {string.Join(' ', words)} ended with {done.ExitCode}: {done.Error}");
    }

    /// <summary>Runs a program that uses this cluster, such as <c>sbatch</c>, to its end.</summary>
    public (int ExitCode, string Output, string Error) Run(string program, params IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (File.Exists(Configuration))
        {
            Run(Script, "stop");
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
