namespace Experiments.Tests.Slurm;

public class SlurmClusterTests
{
    [Fact]
    public void The_tasks_of_an_array_run_and_their_output_is_kept()
    {
        using var cluster = new SlurmCluster(nodes: 2, cpus: 2);
        using var logs = new Data.TemporaryFolder();

        var submitted = cluster.Run("sbatch", "--array", "0-2", "--output", logs.File("%a.log"), "--wrap", "hostname");

        Assert.Equal((0, ""), (submitted.ExitCode, submitted.Error));
        WaitUntil(() =>
            cluster.Run("squeue", "--noheader", "--array", "--states", "completed").Output.Count(letter => letter == '\n') == 3);
        Assert.All(["0.log", "1.log", "2.log"], log => Assert.Equal(Environment.MachineName, File.ReadAllText(logs.File(log)).Trim()));
    }

    [Fact]
    public void A_job_whose_node_was_lost_runs_again_when_the_node_is_back()
    {
        using var cluster = new SlurmCluster();
        using var logs = new Data.TemporaryFolder();
        var log = logs.File("task.log");
        cluster.Run(
            "sbatch", "--requeue", "--open-mode", "append", "--output", log, "--wrap",
            "echo attempt ${SLURM_RESTART_COUNT:-0}; [ -n \"${SLURM_RESTART_COUNT:-}\" ] || sleep 1000");
        WaitUntil(() => Says("attempt 0"));

        cluster.Do("kill-node", "node1", "--jobs");
        cluster.Do("start-node", "node1");

        WaitUntil(() => Says("attempt 1"));

        bool Says(string line) => File.Exists(log) && File.ReadAllText(log).Contains(line, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_at_once_know_nothing_of_each_other_and_end_without_a_trace()
    {
        string configuration;
        using (var first = new SlurmCluster())
        using (var second = new SlurmCluster())
        {
            first.Run("sbatch", "--output", "/dev/null", "--wrap", "sleep 1000");

            configuration = first.Configuration;
            Assert.Single(first.Run("squeue", "--noheader").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Empty(second.Run("squeue", "--noheader").Output);
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(configuration)));
        Assert.DoesNotContain(Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])), HasIt);

        bool HasIt(string process)
        {
            try
            {
                return File.ReadAllText(Path.Combine(process, "environ")).Contains($"SLURM_CONF={configuration}", StringComparison.Ordinal);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return false; // it has ended, or belongs to somebody else
            }
        }
    }

    private static void WaitUntil(Func<bool> condition)
    {
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); !condition(); Thread.Sleep(100))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "It should have happened within a minute.");
        }
    }
}
