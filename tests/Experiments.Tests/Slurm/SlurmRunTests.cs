namespace Experiments.Tests.Slurm;

/// <summary><c>run --on slurm</c> on a real SLURM. <c>bench/reliability/slurm.sh</c> disturbs it at random, twenty times.</summary>
public sealed class SlurmRunTests : QueuedRuns
{
    private const string Study = "depth --quick --variants 1-hidden,2-hidden --seeds 2 --set split=60/20/20";

    [Fact(Timeout = Patience)]
    public async Task Its_cells_are_those_of_a_run_here_byte_by_byte_and_nothing_but_them_is_left()
    {
        using var cluster = new SlurmCluster(nodes: 2, cpus: 2);

        var queued = await Run(cluster, $"run {Study} --on slurm --results results --cpus 2", TestContext.Current.CancellationToken);
        var local = await Run(cluster, $"run {Study} --results local", TestContext.Current.CancellationToken);

        Assert.True(queued.ExitCode == 0, queued.Error);
        Assert.Equal(Cells("local"), Cells("results"));
        Assert.Equal(local.Out.Split('\n')[0], queued.Out.Split('\n')[0]);
        Assert.Contains("4 cells in ", queued.Error);
        Assert.Equal(["natives", "programs"], Directory.GetFileSystemEntries(Submissions).Select(Path.GetFileName).Order());
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task Cells_of_cancelled_tasks_are_submitted_anew_by_the_same_command()
    {
        using var cluster = new SlurmCluster();
        const string Command = $"run {Study} --on slurm --results results";

        await Run(cluster, $"{Command} --detach", TestContext.Current.CancellationToken);
        cluster.Run("scancel", $"--user={Environment.UserName}");
        var submission = Assert.Single(Directory.GetDirectories(Submissions, "depth-*"));
        var attached = await Run(cluster, Command, TestContext.Current.CancellationToken);

        Assert.True(attached.ExitCode == 0, attached.Error);
        Assert.Equal(4 + 2, Cells("results").Count);
        Assert.False(Directory.Exists(submission));
    }

    [Fact(Timeout = Patience)]
    public async Task A_cell_whose_task_is_cancelled_fails_with_the_reason()
    {
        using var cluster = new SlurmCluster(nodes: 1, cpus: 1);
        const string Command =
            "run depth --variants 1-hidden --seeds 1 --set split=60/20/20 training-images=1000 --on slurm --results results";
        using var waiting = Start(cluster, Command);
        var error = waiting.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Until(() => cluster.Run("squeue", "--noheader", "--states=running").Output.Length > 0);

        cluster.Run("scancel", $"--user={Environment.UserName}");
        await waiting.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, waiting.ExitCode);
        var said = await error;
        Assert.Contains("task 1 of experiments-depth-", said);
        Assert.Contains("was cancelled", said);
        Assert.Contains(Path.Combine("logs", "1.log"), said);
    }

    [Fact(Timeout = Patience)]
    public async Task Killed_while_it_waits_it_attaches_and_submits_nothing_twice()
    {
        using var cluster = new SlurmCluster(nodes: 1, cpus: 1);
        const string Command = $"run {Study} --on slurm --results results";
        using (var waiting = Start(cluster, Command))
        {
            await Until(() => cluster.Run("squeue", "--noheader", "--states=running").Output.Length > 0);
            waiting.Kill();
        }

        var again = await Run(cluster, Command, TestContext.Current.CancellationToken);

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.DoesNotContain("submitted as job", again.Error);
        Assert.Equal(4 + 2, Cells("results").Count);
        Assert.Equal(4, Directory.GetFiles(Results, "run-*.json", SearchOption.AllDirectories).Length);
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task Other_images_on_the_nodes_are_said_by_the_waiting_command()
    {
        using var cluster = new SlurmCluster(nodes: 1, cpus: 1, "--array-size", "2");
        await Run(cluster, $"run {Study} --on slurm --results results --slurm begin=now+3 --detach", TestContext.Current.CancellationToken);
        MadeUpImages.Write(Images, 2_000, 500, (_, _, _) => 7);

        await Until(() => cluster.Run("squeue", "--noheader").Output.Length == 0);

        var log = File.ReadAllText(Directory.GetFiles(Submissions, "1.log", SearchOption.AllDirectories).Single());
        Assert.Contains("experiments: the images here are not those of the list of cells", log);
        Assert.Empty(Directory.GetFiles(Results, "*.csv", SearchOption.AllDirectories));
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task What_sbatch_refuses_is_one_line_and_leaves_no_submission()
    {
        using var cluster = new SlurmCluster();

        var refused = await Run(
            cluster, $"run {Study} --on slurm --partition nowhere --results results --quiet", TestContext.Current.CancellationToken);

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("experiments: depth: sbatch failed: ", refused.Error[..35]);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetDirectories(Submissions, "depth-*"));
    }

    [Fact(Timeout = Patience, Explicit = true)]
    public async Task At_the_time_limit_a_training_goes_back_to_the_queue_and_on_from_its_checkpoint()
    {
        using var cluster = new SlurmCluster();

        var run = await Run(
            cluster, "run depth --variants 2-hidden --seeds 1 --epochs 400 --set split=60/20/20 training-images=1000 --on slurm "
                + "--partition short --slurm signal=B:USR1@50 --results results", TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Error);
        var provenance = File.ReadAllText(Assert.Single(Directory.GetFiles(Results, "run-*.json", SearchOption.AllDirectories)));
        Assert.Contains("cells --run", provenance);
    }
}
