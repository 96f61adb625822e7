using System.Diagnostics;
using Experiments.Results;

namespace Experiments.Tests.CommandLine;

/// <summary>
/// The program as a process of its own, killed without warning, and started again. <c>bench/reliability</c> has the long versions of these
/// tests.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Patience = 120_000; // ms: whatever waits for ever is to fail by its name
    private const string Words =
        "run depth --dataset IMAGES --set split=60/20/20 --variants 1-hidden,2-hidden --epochs 6 --seeds 2 --quiet --format svg";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("experiments-");

    public KillTests()
    {
        var random = new Random(1);
        MadeUpImages.Write(Path.Combine(folder.FullName, "images"), 1_000, 500, (_, _, _) => (byte)random.Next(256));
    }

    [Fact(Timeout = Patience)]
    public async Task Killed_at_any_moment_and_started_again_it_ends_with_the_same_cells()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "processes there end otherwise");
        var whole = await Finished("whole");
        var killed = 0;
        foreach (var moment in new[] { 900, 1_400, 1_900 })
        {
            using var process = Start($"{Words} --results killed");
            using var ended = new CancellationTokenSource(moment);
            try
            {
                await process.WaitForExitAsync(ended.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                killed++;
            }
        }

        Assert.InRange(killed, 1, 3);
        Assert.Equal(whole, await Finished("killed"));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(folder.FullName, "killed"), "*", SearchOption.AllDirectories), IsLeftOver);
    }

    [Fact(Timeout = Patience)]
    public async Task Two_at_the_same_time_in_one_folder_end_with_the_same_cells_as_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows' locks are those of the tests of locks");
        var whole = await Finished("whole");
        using var one = Start($"{Words} --results shared --plots one");
        using var other = Start($"{Words} --results shared --plots other");
        await Task.WhenAll(
            one.WaitForExitAsync(TestContext.Current.CancellationToken), other.WaitForExitAsync(TestContext.Current.CancellationToken));

        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.Equal(whole, Cells("shared"));
        Assert.Equal(4, Runs("shared"));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(folder.FullName, "shared"), "*", SearchOption.AllDirectories), IsLeftOver);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool IsLeftOver(string path) =>
        Path.GetExtension(path) is ".tmp" or ".checkpoint" or ".lock" || path.Contains(".damaged", StringComparison.Ordinal);

    private async Task<Dictionary<string, string>> Finished(string results)
    {
        using var process = Start($"{Words} --results {results}");
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
        return Cells(results);
    }

    private Dictionary<string, string> Cells(string results)
    {
        var store = new ResultStore(Path.Combine(folder.FullName, results));
        var cells = Directory.GetFiles(store.Folder, "seed-*.csv", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(store.Folder, path), File.ReadAllText);
        Assert.Equal(4, cells.Count);
        return new(cells.OrderBy(cell => cell.Key, StringComparer.Ordinal));
    }

    // A run file for each time that a cell was computed.
    private int Runs(string results) =>
        Directory.GetFiles(Path.Combine(folder.FullName, results), "run-*.json", SearchOption.AllDirectories).Length;

    private Process Start(string words)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet")
        {
            WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Recipes.dll"));
        Array.ForEach(
            words.Replace("IMAGES", Path.Combine(folder.FullName, "images"), StringComparison.Ordinal).Split(' '), start.ArgumentList.Add);
        start.Environment["EXPERIMENTS_ROOT"] = folder.FullName;
        start.Environment["EXPERIMENTS_CHECKPOINT_SECONDS"] = "0";
        return Process.Start(start)!;
    }
}
