using System.CommandLine;
using Experiments.Running.Slurm;

namespace Experiments.CommandLine.Options;

/// <summary>How a run is carried out.</summary>
/// <param name="All">Whether all recipes are run.</param>
/// <param name="Jobs">Cells computed at once.</param>
/// <param name="Force">Whether stored cells are computed again.</param>
/// <param name="DryRun">Whether to show the plan alone.</param>
/// <param name="FailFast">Whether to stop at the first cell that fails.</param>
/// <param name="TensorBoard">Where event files go; null for nowhere.</param>
/// <param name="Slurm">What tasks of SLURM's queue get, which compute the cells; null if this machine does.</param>
/// <param name="Detach">Whether to leave as soon as the cells are in the queue.</param>
internal sealed record RunChoices(
    bool All, int Jobs, bool Force, bool DryRun, bool FailFast, string? TensorBoard, SlurmOptions? Slurm = null, bool Detach = false);

/// <summary>The options that say how a run is carried out.</summary>
internal sealed class RunOptions
{
    private readonly Option<bool> all = new("--all") { Description = "Run every recipe" };
    private readonly Option<int?> jobs = ValueOption.Count(
        "--jobs", "Cells (variant × seed) computed at once (default: number of processors)", greatest: 1_024);
    private readonly Option<bool> force = new("--force") { Description = "Compute cells again that are stored already" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would be computed, and stop" };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Stop at the first cell that fails" };
    private readonly Option<string> tensorBoard = ValueOption.Text(
        "--tensorboard", "DIR", "Also write event files for TensorBoard to this directory, a cell's when it is done");

    private readonly Option<string> on = ValueOption.Text(
        "--on", "slurm", "Have the cells computed by SLURM's queue instead of this machine",
        text => text.Equals("slurm", StringComparison.OrdinalIgnoreCase) ? null : $"--on takes slurm, but got '{text}'.");

    private readonly Option<string> partition = ValueOption.Text("--partition", "P", "With --on slurm: the partition");
    private readonly Option<string> time = ValueOption.Text("--time", "T", "With --on slurm: the longest time of a task, such as 2:00:00");
    private readonly Option<string> memory = ValueOption.Text("--mem", "M", "With --on slurm: the memory of a task, such as 4G");
    private readonly Option<int?> cpus = ValueOption.Count(
        "--cpus", "With --on slurm: processors of a task, which computes as many cells at once (default: 1)", greatest: 1_024);

    private readonly Option<string[]> others = ValueOption.Texts(
        "--slurm", "KEY=VALUE", "With --on slurm: a further option of sbatch, such as account=physics; may be repeated");

    private readonly Option<bool> detach = new("--detach") { Description = "With --on slurm: submit and leave; the same command attaches" };

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [all, jobs, force, dryRun, failFast, tensorBoard, .. OfSlurm.Prepend(on)];

    private IEnumerable<Option> OfSlurm => [partition, time, memory, cpus, others, detach];

    /// <summary>What was chosen. What does not go together is added to the mistakes.</summary>
    public RunChoices Read(ParseResult parsed, List<string> mistakes)
    {
        var isOnSlurm = parsed.ValueOf(on) is not null;
        if (isOnSlurm && parsed.GetResult(jobs) is { Implicit: false })
        {
            mistakes.Add("--jobs is for this machine. With --on slurm, --cpus says how many cells a task computes at once.");
        }

        if (isOnSlurm && parsed.GetValue(force))
        {
            mistakes.Add(
                "--force does not go with --on slurm, where a cell counts as done when its file is there. "
                    + "Remove its folder, or choose another one with --results.");
        }

        mistakes.AddRange(OfSlurm.Where(option => !isOnSlurm && parsed.GetResult(option) is { Implicit: false })
            .Select(option => $"{option.Name} goes with --on slurm only."));
        return new(
            parsed.GetValue(all),
            parsed.ValueOf(jobs) ?? Environment.ProcessorCount,
            parsed.GetValue(force),
            parsed.GetValue(dryRun),
            parsed.GetValue(failFast),
            parsed.ValueOf(tensorBoard),
            isOnSlurm ? Slurm(parsed, mistakes) : null,
            parsed.GetValue(detach));
    }

    private SlurmOptions Slurm(ParseResult parsed, List<string> mistakes)
    {
        var given = new Dictionary<string, string>();
        foreach (var text in parsed.ValueOf(others) ?? [])
        {
            var parts = text.Split('=', 2);
            var name = parts[0].Trim().TrimStart('-');
            if (!name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') || name.Length == 0
                || text.Any(char.IsControl))
            {
                mistakes.Add(
                    $"--slurm takes KEY=VALUE with the long name of an option of sbatch, such as account=physics, but got '{text}'.");
            }
            else if (!given.TryAdd(name, parts.Length > 1 ? parts[1].Trim() : ""))
            {
                mistakes.Add($"--slurm {name} is given twice: leave one of them out.");
            }
        }

        mistakes.AddRange(
            from option in new[] { partition, time, memory }
            where parsed.ValueOf(option)?.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) == true
            select $"{option.Name} takes one word, but got '{parsed.ValueOf(option)}'.");
        return new(parsed.ValueOf(partition), parsed.ValueOf(time), parsed.ValueOf(memory), parsed.ValueOf(cpus) ?? 1, given);
    }
}
