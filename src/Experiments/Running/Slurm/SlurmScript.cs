namespace Experiments.Running.Slurm;

/// <summary>The script of a job array: each task computes the cells that its line of <c>tasks.txt</c> names.</summary>
/// <param name="submission">What it computes.</param>
/// <param name="command">The command that asked for it, for people who read the script.</param>
/// <param name="start">What starts the program, first the file of .NET if there is one.</param>
/// <param name="results">The results folder.</param>
/// <param name="variables">Environment variables of the program.</param>
/// <param name="options">What it asks of the cluster.</param>
internal sealed class SlurmScript(
    Submission submission, string command, IReadOnlyList<string> start, string results,
    IReadOnlyDictionary<string, string> variables, SlurmOptions options)
{
    /// <summary>Its text.</summary>
    /// <param name="tasks">Number of tasks.</param>
    public string Text(int tasks) => $$"""
        #!/bin/bash
        # Task n of this array computes the cells that line n of tasks.txt names. Made by:
        #   {{command}}
        {{string.Join('\n', Arguments(tasks).Select(argument => $"#SBATCH {InScript(argument)}"))}}
        set -u
        folder={{Quoted(submission.Folder)}}
        {{string.Join('\n', variables.Select(variable => $"export {variable.Key}={Quoted(variable.Value)}"))}}
        program=({{string.Join(' ', start.Select(Quoted))}})

        say() { echo "experiments: $*"; }

        cells=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$folder/tasks.txt") && [ -n "$cells" ] && [ -r "${program[-1]}" ] || {
            say "$(hostname) does not see $folder or ${program[-1]}: the results folder has to be on a file system that all nodes share."
            exit 1
        }
        # A system with another C library has the file and cannot run it.
        problem=$("${program[@]}" --version 2>&1) || {
            problem=${problem%%$'\n'*}
            say "$(hostname) cannot run ${program[0]} (${problem##*"${program[0]}: "}): install .NET 10 there, or where all nodes see it."
            exit 1
        }
        attempt=$((${SLURM_RESTART_COUNT:-0} + 1))
        say "{{Beginning}}$SLURM_ARRAY_TASK_ID of job $SLURM_ARRAY_JOB_ID on $(hostname), attempt $attempt: cells $cells"
        "${program[@]}" cells --run "$folder/cells.tsv:$cells" --results {{Quoted(results)}} --jobs {{options.Cpus}} --no-color \
            --progress "$folder/progress/$SLURM_ARRAY_TASK_ID.json" &
        child=$!

        # The program answers by keeping what it has. What SLURM preempts, it puts back into the queue itself; what is cancelled stays out.
        finish() {
            trap '' TERM USR1
            kill -TERM "$child" 2>/dev/null
            wait "$child"
        }
        cancelled() {
            finish
            exit 143
        }
        time_is_up() {
            finish
            [ $? -eq 130 ] || exit 1 # it had ended by itself meanwhile, or failed
            if tail -n 1 "$folder/logs/$SLURM_ARRAY_TASK_ID.log" | grep -q {{Quoted(InterruptedInVain)}}; then
                say "the time limit is too short to get anywhere: give more with --time."
                exit 1
            fi
            say "the time limit is near: back to the queue."
            scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
            exit 130
        }
        trap cancelled TERM
        trap time_is_up USR1
        wait "$child"
        status=$?
        case $(kill -l "$status" 2>/dev/null) in
            KILL | ILL | SEGV | BUS | ABRT) say "the program was ended by SIG$(kill -l "$status")." ;;
        esac
        exit "$status"

        """;

    /// <summary>How the line begins that an attempt begins with.</summary>
    public const string Beginning = "task ";

    /// <summary>What the program says last where an interruption has cost all that it did.</summary>
    public const string InterruptedInVain = "interrupted before anything was kept";

    /// <summary>The options of sbatch that it has; on the command line they also stand above a user's SBATCH_… variables.</summary>
    /// <param name="tasks">Number of tasks.</param>
    /// <exception cref="SlurmException">The results folder has a name that sbatch cannot be told.</exception>
    public IReadOnlyList<string> Arguments(int tasks) => [.. options.Arguments(Own(tasks))];

    private IEnumerable<(string Name, string? Value)> Own(int tasks) =>
    [
        ("job-name", submission.Job), ("array", $"1-{tasks}"), ("output", Log()),
        ("open-mode", "append"), ("requeue", null), ("signal", "B:USR1@120"),
    ];

    // After a backslash sbatch takes %a as it is, and in quotation marks it knows no others.
    private string Log() => submission.Folder.IndexOfAny(['\\', '"', '\n']) < 0
        ? Path.Combine(submission.Folder.Replace("%", "%%", StringComparison.Ordinal), "logs", "%a.log")
        : throw new SlurmException($"sbatch cannot write logs to {submission.Folder}: choose --results without \\, \" and line ends.");

    private static string InScript(string argument) =>
        argument.IndexOfAny([' ', '\t', '\'', '#']) < 0 ? argument : $"\"{argument}\"";

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
