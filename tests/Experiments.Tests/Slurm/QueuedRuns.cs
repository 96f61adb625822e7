using System.Diagnostics;

namespace Experiments.Tests.Slurm;

/// <summary>Runs of the program that a <see cref="SlurmCluster"/> computes, in a folder of their own, on made-up images.</summary>
public abstract class QueuedRuns : IDisposable
{
    protected const int Patience = 180_000; // ms: whatever waits for ever is to fail by its name
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("experiments-");

    protected QueuedRuns()
    {
        var random = new Random(1);
        MadeUpImages.Write(Images, 2_000, 500, (_, _, _) => (byte)random.Next(256));
    }

    protected string Images => Path.Combine(folder.FullName, "images");

    protected string Results => Path.Combine(folder.FullName, "results");

    protected string Submissions => Path.Combine(Results, ".slurm");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        foreach (var attempt in Enumerable.Range(0, 20))
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < 19)
            {
                Thread.Sleep(200); // a task that is being ended writes its last words
            }
        }
    }

    protected static async Task Until(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.ElapsedMilliseconds < Patience / 2, "it did not become so");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    protected Dictionary<string, string> Cells(string results)
    {
        var store = Path.Combine(folder.FullName, results);
        return Directory.GetFiles(store, "seed-*.csv", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(store, "settings.json", SearchOption.AllDirectories))
            .ToDictionary(path => Path.GetRelativePath(store, path), File.ReadAllText);
    }

    private protected async Task<(int ExitCode, string Out, string Error)> Run(
        SlurmCluster cluster, string words, CancellationToken stop, params (string Name, string Value)[] variables)
    {
        using var process = Start(cluster, words, variables);
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output, await error);
    }

    private protected Process Start(SlurmCluster cluster, string words, params (string Name, string Value)[] variables)
    {
        string[] command = [.. Command(words)];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        foreach (var (name, value) in (ReadOnlySpan<(string Name, string Value)>)
            [("SLURM_CONF", cluster.Configuration), .. Variables, .. variables])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The program with these words, as a command line.</summary>
    protected IEnumerable<string> Command(string words) =>
    [
        Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet",
        Path.Combine(AppContext.BaseDirectory, "Recipes.dll"), .. $"{words} --dataset {Images}".Split(' '),
    ];

    /// <summary>The variables of the program's process.</summary>
    protected IEnumerable<(string Name, string Value)> Variables =>
    [
        ("EXPERIMENTS_ROOT", folder.FullName), ("EXPERIMENTS_CHECKPOINT_SECONDS", "0"), ("EXPERIMENTS_QUEUE_SECONDS", "0.5"),
        ("EXPERIMENTS_QUEUE_GRACE_SECONDS", "2"),
    ];
}
