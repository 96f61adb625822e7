namespace Experiments.Running.Slurm;

/// <summary>A task of a job array: the name of its job, which no other submission has, and its number in the array.</summary>
internal sealed record SlurmTask(string Job, int Number);

/// <summary>What the queue says of a task.</summary>
/// <param name="Id">The number of its job: what <c>scancel</c> takes.</param>
/// <param name="State">SLURM's word, such as PENDING.</param>
/// <param name="Reason">Why it waits or why it ended, such as Resources; None where there is nothing to say.</param>
internal sealed record SlurmState(string Id, string State, string Reason)
{
    // All states of an ended task, from the manual of squeue. PREEMPTED and NODE_FAIL are shown for a moment of tasks that go back to the
    // queue, so one look does not decide.
    private static readonly HashSet<string> Ended =
    [
        "BOOT_FAIL", "CANCELLED", "COMPLETED", "DEADLINE", "FAILED", "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED", "REVOKED", "TIMEOUT",
    ];

    /// <summary>Whether it computes, as far as the queue knows.</summary>
    public bool Runs => State is "RUNNING" or "COMPLETING" or "SUSPENDED" or "STOPPED" or "SIGNALING" or "STAGE_OUT" or "CONFIGURING";

    /// <summary>Whether it waits or computes.</summary>
    public bool IsAlive => !Ended.Contains(State);
}
