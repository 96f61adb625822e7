using Experiments.Running.Slurm;

namespace Experiments.Tests.Slurm;

public class SlurmQueueTests
{
    [Fact]
    public void Tasks_are_known_by_the_name_of_their_job_and_their_number()
    {
        // squeue 22.05: job 7 is an array of which task 1 has a number of its own by now; job 9 is no array
        var tasks = SlurmQueue.Parse(
            "experiments-depth-01|1|8|7|RUNNING|None\nexperiments-depth-01|2|7|7|PENDING|Resources\nbash|N/A|9|9|RUNNING|None\n");

        Assert.Equal(2, tasks.Count);
        Assert.Equal(new("7", "RUNNING", "None"), tasks[new("experiments-depth-01", 1)]);
        Assert.Equal(new("7", "PENDING", "Resources"), tasks[new("experiments-depth-01", 2)]);
    }

    [Theory]
    [InlineData("PENDING", true, false)]
    [InlineData("RUNNING", true, true)]
    [InlineData("COMPLETING", true, true)]
    [InlineData("REQUEUED", true, false)]
    [InlineData("SUSPENDED", true, true)]
    [InlineData("COMPLETED", false, false)]
    [InlineData("CANCELLED", false, false)]
    [InlineData("TIMEOUT", false, false)]
    [InlineData("NODE_FAIL", false, false)]
    [InlineData("OUT_OF_MEMORY", false, false)]
    public void A_state_says_whether_a_task_waits_or_runs(string state, bool isAlive, bool runs)
    {
        var task = new SlurmState("1", state, "None");

        Assert.Equal((isAlive, runs), (task.IsAlive, task.Runs));
    }

    [Theory]
    [InlineData("SLURM_JOB_ID", true)] // submitted from inside a job: it is to be a job of its own
    [InlineData("SLURM_CPUS_PER_TASK", true)]
    [InlineData("SQUEUE_PARTITION", true)]
    [InlineData("SBATCH_ERROR", true)] // the words of a task have to be where they are looked for
    [InlineData("SLURM_CONF", false)] // how to find the cluster
    [InlineData("SBATCH_ACCOUNT", false)] // what the user wants
    [InlineData("PATH", false)]
    public void Variables_that_would_change_what_is_asked_for_do_not_reach_its_commands(string variable, bool misleads) =>
        Assert.Equal(misleads, SlurmQueue.Misleads(variable));
}
