using System.ComponentModel;

namespace Experiments.Running.Slurm;

/// <summary>
/// SLURM by its own commands. Only the queue is asked: accounting (sacct) is missing on many clusters, and an exit code says nothing of
/// what a task has computed.
/// </summary>
internal static class SlurmQueue
{
    /// <summary>The most tasks of one submission, whatever the cluster allows: each is a job to its scheduler.</summary>
    public const int MostTasks = 1_000;

    private const string Format = "%j|%K|%A|%F|%T|%r";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The most tasks that one array may have here.</summary>
    /// <exception cref="SlurmException">SLURM is not here or does not answer.</exception>
    public static int GreatestArray()
    {
        var line = Do("scontrol", "show", "config").Split('\n')
            .FirstOrDefault(text => text.StartsWith("MaxArraySize", StringComparison.Ordinal));
        return WholeNumber.Parse(line?.Split('=')[^1].Trim() ?? "") is { } size and > 1 ? Math.Min(MostTasks, size - 1) : MostTasks;
    }

    /// <summary>Puts a script into the queue.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="options">The options of sbatch.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="SlurmException">SLURM refuses it, is not here or does not answer.</exception>
    public static string Submit(string script, IEnumerable<string> options) =>
        Do("sbatch", ["--parsable", .. options, script]).Trim().Split(';')[0];

    /// <summary>What the queue says of this user's tasks, those that ended lately among them; null if it does not answer.</summary>
    public static IReadOnlyDictionary<SlurmTask, SlurmState>? Tasks()
    {
        var (code, output, _) = Run(
            "squeue", "--noheader", "--array", "--states=all", $"--user={Environment.UserName}", $"--format={Format}");
        return code == 0 ? Parse(output) : null;
    }

    /// <summary>Takes a job out of the queue, and ends its tasks.</summary>
    /// <exception cref="SlurmException">SLURM is not here or does not answer.</exception>
    public static void Cancel(string job) => Do("scancel", job);

    /// <summary>Reads what squeue prints in <see cref="Format"/>; of a task that was in the queue twice, the last time.</summary>
    internal static IReadOnlyDictionary<SlurmTask, SlurmState> Parse(string output)
    {
        var tasks = new Dictionary<SlurmTask, SlurmState>();
        foreach (var fields in output.Split('\n').Select(line => line.Trim().Split('|')))
        {
            if (fields is [var name, var number, _, var job, var state, var reason] && WholeNumber.Parse(number) is { } at)
            {
                tasks[new(name, at)] = new(job, state, reason);
            }
        }

        return tasks;
    }

    private static string Do(string command, params string[] arguments)
    {
        var (code, output, error) = Run(command, arguments);
        return code == 0 ? output : throw new SlurmException(
            $"{command} failed: {LastLine(error) ?? $"exit code {code}"}.");
    }

    // Variables that change what is asked for: those of the job that this runs in, if it runs in one, filters of squeue, and what would
    // keep sbatch waiting or send words elsewhere. A user's SBATCH_ACCOUNT and the like hold.
    internal static bool Misleads(string variable) =>
        (variable.StartsWith("SLURM_", StringComparison.Ordinal) && variable is not ("SLURM_CONF" or "SLURM_CLUSTERS"))
        || variable.StartsWith("SQUEUE_", StringComparison.Ordinal)
        || variable is "SBATCH_ERROR" or "SBATCH_WAIT";

    // "sbatch: error: Batch job submission failed: Invalid partition name specified", after a trace of how it came to that.
    private static string? LastLine(string error) => error
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .LastOrDefault()?.Replace("error: ", "", StringComparison.Ordinal).TrimEnd('.');

    private static (int ExitCode, string Output, string Error) Run(string command, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var name in start.Environment.Keys.Where(Misleads).ToList())
            {
                start.Environment.Remove(name);
            }

            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return (-1, "", $"no answer within {Patience.TotalSeconds:0} s");
            }

            return (process.ExitCode, output.Result, error.Result);
        }
        catch (Win32Exception)
        {
            throw new SlurmException(
                $"there is no {command} on the PATH: run this where SLURM's commands are, such as a cluster's login node.");
        }
    }
}

/// <summary>SLURM refuses something, or is not there.</summary>
/// <param name="message">What it said, one line or more.</param>
internal sealed class SlurmException(string message) : Exception(message);
