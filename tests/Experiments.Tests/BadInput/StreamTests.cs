using System.Diagnostics;

namespace Experiments.Tests.BadInput;

/// <summary>The program as a process of its own whose output leads nowhere.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("experiments-");

    [Fact]
    public async Task A_full_disk_under_the_results_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");

        Assert.Equal(
            (1, "experiments: Results cannot be written to standard output: No space left on device. Let it lead to a terminal, a pipe or "
                + "a file on a disk with space left.\n"),
            await Shell("list >/dev/full"));
    }

    [Fact]
    public async Task Closed_standard_output_is_told()
    {
        Assert.Equal(
            (1, "experiments: Results cannot be written to standard output: it is closed. Let it lead to a terminal, a pipe or a file on a "
                + "disk with space left.\n"),
            await Shell("list >&-"));
    }

    [Theory]
    [InlineData("list 2>&- >/dev/null", 0)]
    [InlineData("lsit 2>&-", 2)]
    [InlineData("lsit 2>/dev/full", 2)]
    [InlineData("lsit 2>&- >&-", 2)]
    [InlineData("list <&-  >/dev/null", 0)]
    public async Task Messages_that_nobody_can_read_change_no_exit_code(string words, int exitCode)
    {
        Assert.Equal((exitCode, ""), await Shell(words));
    }

    [Theory]
    [InlineData("TERM= COLUMNS=-1 LANG=nowhere.UTF-99 LC_ALL=nowhere", 0)]
    [InlineData("TMPDIR=/no/such/folder HOME=/no/such/folder", 0)]
    [InlineData("TZ=Nowhere/Atall NO_COLOR=perhaps", 0)]
    public async Task An_odd_environment_changes_nothing(string variables, int exitCode)
    {
        Assert.Equal((exitCode, ""), await Shell("list >/dev/null", variables));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int ExitCode, string Error)> Shell(string words, string variables = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no shell for this");
        var dotnet = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder.FullName, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{variables} exec '{dotnet}' '{Path.Combine(AppContext.BaseDirectory, "Recipes.dll")}' {words}");
        start.Environment["EXPERIMENTS_ROOT"] = folder.FullName;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }
}
