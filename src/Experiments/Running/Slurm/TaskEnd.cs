namespace Experiments.Running.Slurm;

/// <summary>Says why a task has ended without its cells: by what the queue calls it, and by the last words of its log.</summary>
internal static class TaskEnd
{
    /// <summary>One line, with the log's path.</summary>
    /// <param name="submission">What the task is of.</param>
    /// <param name="task">Its number.</param>
    /// <param name="state">What the queue said last of it; null if it does not know the task.</param>
    public static string Describe(Submission submission, int task, SlurmState? state)
    {
        var (log, words) = (submission.Log(task), submission.LastWords(task)?.TrimEnd('.'));
        var how = state?.State switch
        {
            null => "is no longer in the queue",
            "CANCELLED" => "was cancelled",
            "TIMEOUT" => "was ended by its time limit (--time)",
            "OUT_OF_MEMORY" => "had too little memory (--mem)",
            "NODE_FAIL" => "lost its node",
            "FAILED" when words?.Contains("memory limit", StringComparison.Ordinal) == true => "had too little memory (--mem)",
            "COMPLETED" when words is null => "ended well, but its file is not seen here",
            "FAILED" or "COMPLETED" when !File.Exists(log) =>
                "ended without a log: its node does not see that folder, or cannot write there",
            "FAILED" or "COMPLETED" => words is null ? "ended without a word" : "ended",
            var other => $"ended as {other}",
        };
        var reason = words is null && state is { Reason: not "None" } ? $" ({state.Reason})" : "";
        var problem = words ?? (state?.State is "FAILED" or "COMPLETED" ? submission.Unwritable()?.TrimEnd('.') : null);
        return $"task {task} of {submission.Job} {how}{reason}{(problem is null ? "" : $": {problem}")}. Its log: {log}";
    }
}
