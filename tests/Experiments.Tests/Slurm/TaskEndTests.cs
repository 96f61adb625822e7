using Experiments.Running.Slurm;

namespace Experiments.Tests.Slurm;

public sealed class TaskEndTests : IDisposable
{
    private readonly string results = Directory.CreateTempSubdirectory().FullName;
    private readonly Submission submission;

    public TaskEndTests()
    {
        submission = Submission.New(results, "depth");
        Directory.CreateDirectory(Path.GetDirectoryName(submission.Log(1))!);
    }

    public void Dispose() => Directory.Delete(results, recursive: true);

    [Fact]
    public void Words_of_an_earlier_attempt_are_not_taken_for_the_reason()
    {
        Log("experiments: task 1 of job 7 on node1, attempt 1: cells 1-2",
            "experiments: the time limit is near: back to the queue.",
            "experiments: task 1 of job 7 on node2, attempt 2: cells 1-2");

        Assert.Equal(
            $"task 1 of {submission.Job} ended without a word (NonZeroExitCode). Its log: {submission.Log(1)}",
            Of("FAILED", "NonZeroExitCode"));
    }

    // As SLURM 22.05 writes it: without cgroups the state is FAILED.
    [Theory]
    [InlineData("FAILED", "slurmstepd-node1: error: Exceeded job memory limit")]
    [InlineData("OUT_OF_MEMORY", "slurmstepd: error: Detected 1 oom-kill event(s) in StepId=7.batch.")]
    public void Too_little_memory_is_named_with_the_option_that_gives_more(string state, string words)
    {
        Log("experiments: task 1 of job 7 on node1, attempt 1: cells 1-2", "experiments: the program was ended by SIGKILL.", words);

        Assert.StartsWith($"task 1 of {submission.Job} had too little memory (--mem): {words.TrimEnd('.')}.", Of(state, "None"));
    }

    [Fact]
    public void Without_a_log_its_node_could_not_write_one()
    {
        const string How = "ended without a log: its node does not see that folder, or cannot write there (JobLaunchFailure)";

        Assert.Equal($"task 1 of {submission.Job} {How}. Its log: {submission.Log(1)}", Of("FAILED", "JobLaunchFailure"));
        Assert.StartsWith($"task 1 of {submission.Job} was cancelled. ", Of("CANCELLED", "None"));
    }

    private string Of(string state, string reason) => TaskEnd.Describe(submission, 1, new("7", state, reason));

    private void Log(params string[] lines) => File.WriteAllLines(submission.Log(1), lines);
}
