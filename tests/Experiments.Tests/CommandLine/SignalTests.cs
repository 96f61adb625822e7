using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Experiments.Tests.CommandLine;

/// <summary>The program as a process of its own, stopped by signals.</summary>
public sealed class SignalTests : IDisposable
{
    private const int Patience = 120_000; // ms: whatever waits for ever is to fail by its name
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("experiments-");

    public SignalTests() => MadeUpImages.Write(folder.FullName, 1_000, 500);

    [Theory(Timeout = Patience)]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task A_signal_is_answered_within_two_seconds_with_how_to_go_on(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send");
        Assert.SkipWhen(
            IsIgnored(signal),
            $"signal {signal} is ignored here, as shells have it for what runs in the background, and so in every process started");
        using var process = Start(
            "run", "depth", "--dataset", folder.FullName, "--set", "split=60/20/20", "--variants", "1 hidden", "--epochs", "1000000");
        await Appears("*.lock", process);

        var clock = Stopwatch.StartNew();
        Assert.Equal(0, Kill(process.Id, signal));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var endAnyway = patience.Token.Register(() => process.Kill());
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains(
            "experiments: interrupted: 0 of 5 cells of depth are kept in data/results. To go on: ./experiments run depth --dataset ", rest);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4); // two, and two more for a machine that is busy with other tests
    }

    [Fact(Timeout = Patience)]
    public async Task A_second_signal_ends_it_at_once_and_says_no_more_than_the_first()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send");
        Assert.SkipWhen(IsIgnored(Interrupt), "SIGINT is ignored here, and so in every process started");
        using var process = Start(
            "run", "depth", "--dataset", folder.FullName, "--set", "split=60/20/20", "--variants", "1 hidden", "--epochs", "1000000");
        await Appears("*.lock", process);

        var clock = Stopwatch.StartNew();
        Assert.Equal(0, Kill(process.Id, Interrupt));
        Assert.Equal(0, Kill(process.Id, Interrupt));
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal(2, rest.Split("interrupted: ").Length);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);
    }

    [Fact(Timeout = Patience)]
    public async Task An_interruption_counts_the_trainings_that_are_kept_and_the_same_command_goes_on_with_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send");
        Assert.SkipWhen(IsIgnored(Interrupt), "SIGINT is ignored here, and so in every process started");
        string[] words =
            ["run", "depth", "--dataset", folder.FullName, "--set", "split=60/20/20", "--variants", "1 hidden", "--epochs", "1000"];
        using var process = Start(words);
        await Appears("*.checkpoint", process);

        Assert.Equal(0, Kill(process.Id, Interrupt));
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var again = Start(words);
        var goesOn = false;
        while (!goesOn && await again.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            goesOn = line.Contains("continues after epoch ", StringComparison.Ordinal);
        }

        again.Kill();
        await again.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Matches(
            "interrupted: 0 of 5 cells of depth are kept in data/results, and [1-5] cells? under way continues? from a checkpoint. To go "
            + "on: ", rest);
        Assert.True(goesOn);
    }

    [Fact(Timeout = Patience)]
    public async Task A_reader_that_leaves_early_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no shell for this");
        using var process = Start("list", "--help");
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Empty(error);
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet")
        {
            WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Recipes.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["EXPERIMENTS_ROOT"] = folder.FullName;
        start.Environment["EXPERIMENTS_CHECKPOINT_SECONDS"] = arguments.Contains("1000") ? "0" : "60";
        return Process.Start(start)!;
    }

    private async Task Appears(string file, Process process)
    {
        var results = Path.Combine(folder.FullName, "data", "results");
        while (!process.HasExited
            && !(Directory.Exists(results) && Directory.EnumerateFiles(results, file, SearchOption.AllDirectories).Any()))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsIgnored(int signal)
    {
        const string status = "/proc/self/status";
        var ignored = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) >> (signal - 1) & 1) == 1;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
