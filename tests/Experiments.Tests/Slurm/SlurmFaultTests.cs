using System.Diagnostics;
using System.Globalization;

namespace Experiments.Tests.Slurm;

/// <summary>
/// What goes wrong on clusters: each ends with cells that are those of a run on this machine, after the same command at the latest.
/// <c>bench/reliability/slurm-full-disk.sh</c> has the disk run full.
/// </summary>
public sealed class SlurmFaultTests : QueuedRuns
{
    private const string Short = "depth --quick --variants 1-hidden,2-hidden --seeds 1 --set split=60/20/20";
    private const string Long = "depth --variants 2-hidden --seeds 1 --epochs 150 --set split=60/20/20 training-images=1000";
    private const string Queued = "--on slurm --results results";
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"; // of Debian's package faketime

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task Out_of_memory_the_option_that_gives_more_is_named_and_with_it_the_same_command_ends_well()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = new SlurmCluster();

        var killed = await Run(cluster, $"run {Short} {Queued} --mem 100M", stop);
        var again = await Run(cluster, $"run {Short} {Queued} --mem 2G", stop);

        Assert.Equal(3, killed.ExitCode);
        Assert.Contains(" had too little memory (--mem): ", killed.Error);
        await AssertAsHere(cluster, Short, again);
    }

    [Theory(Timeout = Patience, Explicit = true)]
    [InlineData(false, true, "ended: the program was ended by SIGKILL. Its log: ")]
    [InlineData(true, true, "ended without a word (JobLaunchFailure). Its log: ")]
    [InlineData(true, false, null)] // the program goes on, and its lock says so
    public async Task A_task_that_is_killed_is_named_and_the_same_command_goes_on_from_its_checkpoint(
        bool killsScript, bool killsProgram, string? words)
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = new SlurmCluster();
        using var waiting = Start(cluster, $"run {Long} {Queued}");
        var error = waiting.StandardError.ReadToEndAsync(stop);
        await UntilItTrains();

        var program = cluster.Run("pgrep", "-f", $"cells --run {Submissions}/").Output.Trim();
        var script = cluster.Run("ps", "-o", "ppid=", program).Output.Trim();
        cluster.Run("kill", ["-KILL", .. killsScript ? [script] : (string[])[], .. killsProgram ? [program] : (string[])[]]);
        await waiting.WaitForExitAsync(stop);
        var again = await Run(cluster, $"run {Long} {Queued}", stop);

        Assert.Equal(words is null ? 0 : 3, waiting.ExitCode);
        Assert.Contains(words ?? "", await error);
        await AssertAsHere(cluster, Long, again);
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task A_task_whose_node_is_lost_and_that_may_not_be_queued_again_is_named()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = new SlurmCluster(nodes: 2);
        using var waiting = Start(cluster, $"run {Long} {Queued} --slurm no-requeue=");
        var error = waiting.StandardError.ReadToEndAsync(stop);
        await UntilItTrains();

        cluster.Do("kill-node", Node(cluster), "--jobs");
        await waiting.WaitForExitAsync(stop);
        var again = await Run(cluster, $"run {Long} {Queued}", stop);

        Assert.Equal(3, waiting.ExitCode);
        Assert.Contains(" lost its node", await error);
        await AssertAsHere(cluster, Long, again);
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task What_a_lost_node_has_begun_another_host_goes_on_with()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = Apart(nodes: 2);
        using var waiting = Start(cluster, $"run {Long} {Queued}");
        var error = waiting.StandardError.ReadToEndAsync(stop);
        await UntilItTrains();

        cluster.Do("kill-node", Node(cluster), "--jobs");
        var log = await LogUntilTheEnd(waiting);

        Assert.True(waiting.ExitCode == 0, await error);
        Assert.Contains(" on node1, attempt 1: ", log);
        Assert.Contains(" on node2, attempt 2: ", log);
        Assert.Contains("continues after epoch ", log);
        await AssertAsHere(cluster, Long, (0, "", ""));
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task A_task_that_is_preempted_goes_on_from_its_checkpoint()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = new SlurmCluster(nodes: 1, cpus: 1);
        using var waiting = Start(cluster, $"run {Long} {Queued}");
        var error = waiting.StandardError.ReadToEndAsync(stop);
        await UntilItTrains();

        cluster.Run("sbatch", "--partition", "urgent", "--output", "/dev/null", "--wrap", "true");
        var log = await LogUntilTheEnd(waiting);

        Assert.True(waiting.ExitCode == 0, await error);
        Assert.Contains(", attempt 2: ", log);
        Assert.Contains("continues after epoch ", log);
        await AssertAsHere(cluster, Long, (0, "", ""));
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task A_node_that_lacks_something_says_what_and_the_waiting_command_repeats_it()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = Apart(nodes: 1);
        using var empty = new Data.TemporaryFolder();
        Directory.CreateDirectory(Results);
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath!)!;
        (string Hidden, string Words)[] lacks =
        [
            (Results, " ended without a log: its node does not see that folder, or cannot write there "),
            (Path.Combine(Submissions, "programs"), ": the results folder has to be on a file system that all nodes share. "),
            (Path.Combine(Submissions, "natives"), " ended: libtorch does not load: "),
            (dotnet, $" ended: node1 cannot run {Environment.ProcessPath} (No such file or directory): install .NET 10 there, "),
            (Path.Combine(dotnet, "shared"), " (You must install or update .NET to run this application.): install .NET 10 there, "),
            (Images, " not found or not readable; "),
        ];
        foreach (var (hidden, words) in lacks)
        {
            cluster.Do("on", "node1", "mount", "--bind", empty.Path, hidden);
            var failed = await Run(cluster, $"run {Short} {Queued} --slurm comment=cannot", stop);
            cluster.Do("on", "node1", "umount", hidden);

            Assert.True(failed.ExitCode == 3, $"without {hidden}: {failed.ExitCode}, {failed.Error}");
            Assert.Contains(words, failed.Error);
            Assert.All(failed.Error.Split('\n'), line => Assert.InRange(line.Length, 0, 800));
        }

        await AssertAsHere(cluster, Short, await Run(cluster, $"run {Short} {Queued}", stop));
    }

    [Theory(Timeout = Patience, Explicit = true)]
    [InlineData(5, "30")]
    [InlineData(20, "3")]
    public async Task A_file_that_is_seen_late_is_waited_for_and_never_computed_twice(int secondsLate, string grace)
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = Apart(nodes: 1);
        using var node = new Data.TemporaryFolder();
        using var real = new Data.TemporaryFolder();
        Directory.CreateDirectory(Submissions);
        Directory.CreateDirectory(node.File(".slurm"));
        cluster.Do("on", "node1", "mount", "--bind", Results, real.Path);
        cluster.Do("on", "node1", "mount", "--bind", node.Path, Results);
        cluster.Do("on", "node1", "mount", "--bind", real.File(".slurm"), Submissions);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var network = Task.Run(() => Deliver(node.Path, TimeSpan.FromSeconds(secondsLate), done.Token), stop);

        var first = await Run(cluster, $"run {Short} {Queued}", stop, ("EXPERIMENTS_QUEUE_GRACE_SECONDS", grace));
        await Until(() => Directory.GetFiles(Results, "seed-*.csv", SearchOption.AllDirectories).Length == 2);
        var again = await Run(cluster, $"run {Short} {Queued}", stop);
        await done.CancelAsync();
        await network;

        Assert.Equal(double.Parse(grace, CultureInfo.InvariantCulture) > secondsLate ? 0 : 3, first.ExitCode);
        Assert.Contains(first.ExitCode == 0 ? "" : " ended well, but its file is not seen here. ", first.Error);
        Assert.DoesNotContain("submitted as job", again.Error);
        await AssertAsHere(cluster, Short, again);
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task A_node_whose_clock_is_two_days_ahead_computes_the_same()
    {
        var stop = TestContext.Current.CancellationToken;
        Assert.SkipUnless(File.Exists(FakeTime), $"{FakeTime} is not here");
        using var cluster = new SlurmCluster();

        var ahead = await Run(
            cluster, $"run {Short} {Queued} --slurm export=ALL,LD_PRELOAD={FakeTime},FAKETIME=+2d,FAKETIME_DONT_FAKE_MONOTONIC=1", stop);

        var day = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var records = Directory.GetFiles(Results, "run-*.json", SearchOption.AllDirectories);
        Assert.Equal(2, records.Length);
        Assert.All(records, record => Assert.Contains(day, File.ReadAllText(record)));
        await AssertAsHere(cluster, Short, ahead);
        Assert.DoesNotContain("stale", ahead.Error);
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task Submitted_from_inside_a_job_it_is_a_job_of_its_own()
    {
        var stop = TestContext.Current.CancellationToken;
        using var cluster = new SlurmCluster(nodes: 2, cpus: 2);
        string[] command =
        [
            "env", .. Variables.Select(variable => $"{variable.Name}={variable.Value}"), .. Command($"run {Short} {Queued} --cpus 1"),
        ];

        var outer = cluster.Run(
            "sbatch", "--wait", "--chdir", Path.GetDirectoryName(Results)!, "--output", $"{Results}.log", "--array", "7",
            "--cpus-per-task", "2", "--mem", "900M", "--time", "3", "--job-name", "outer", "--wrap", string.Join(' ', command));

        await AssertAsHere(cluster, Short, (outer.ExitCode, "", File.ReadAllText($"{Results}.log")));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SlurmCluster Apart(int nodes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "only root has mounts");
        return new(nodes, cpus: 1, "--apart");
    }

    private static string Node(SlurmCluster cluster) =>
        cluster.Run("squeue", "--noheader", "--states=running", "--format=%N").Output.Trim();

    // Until a checkpoint is there, which is what a disturbance is to cost little of.
    private Task UntilItTrains() => Until(() =>
        Directory.Exists(Results) && Directory.GetFiles(Results, "*.checkpoint", SearchOption.AllDirectories).Length > 0);

    private string Log()
    {
        try
        {
            return string.Concat(Directory.GetFiles(Submissions, "1.log", SearchOption.AllDirectories).Select(File.ReadAllText));
        }
        catch (IOException)
        {
            return ""; // it is just removed
        }
    }

    // The log goes with its submission when all cells are there.
    private async Task<string> LogUntilTheEnd(Process waiting)
    {
        var log = "";
        while (!waiting.HasExited)
        {
            log = Log() is { Length: > 0 } now ? now : log;
            await Task.Delay(20, Stop);
        }

        return log;
    }

    // What a file system does that shows files late: the node's appear here, each whole, when they are old enough.
    private void Deliver(string from, TimeSpan late, CancellationToken end)
    {
        for (; !end.IsCancellationRequested; Thread.Sleep(200))
        {
            foreach (var file in new DirectoryInfo(Path.Combine(from, "depth")) is { Exists: true } recipe
                ? recipe.GetFiles("*.*", SearchOption.AllDirectories) : [])
            {
                var here = Path.Combine(Results, Path.GetRelativePath(from, file.FullName));
                if (file.Extension is ".csv" or ".json" && !File.Exists(here) && DateTime.UtcNow - file.LastWriteTimeUtc > late)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(here)!);
                    File.Copy(file.FullName, $"{here}.part");
                    File.Move($"{here}.part", here);
                }
            }
        }
    }

    private async Task AssertAsHere(SlurmCluster cluster, string study, (int ExitCode, string Out, string Error) last)
    {
        Assert.True(last.ExitCode == 0, last.Error);
        var local = await Run(cluster, $"run {study} --results local", Stop);
        Assert.True(local.ExitCode == 0, local.Error);
        Assert.Equal(Cells("local"), Cells("results"));
        Assert.Equal(["natives", "programs"], Directory.GetFileSystemEntries(Submissions).Select(Path.GetFileName).Order());
    }
}
