using System.CommandLine;

namespace Experiments.CommandLine.Options;

/// <summary>How a run is carried out.</summary>
internal sealed record RunChoices(bool All, int Jobs, bool Force, bool DryRun, bool FailFast, string? TensorBoard);

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

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [all, jobs, force, dryRun, failFast, tensorBoard];

    /// <summary>What was chosen.</summary>
    public RunChoices Read(ParseResult parsed) => new(
        parsed.GetValue(all),
        parsed.ValueOf(jobs) ?? Environment.ProcessorCount,
        parsed.GetValue(force),
        parsed.GetValue(dryRun),
        parsed.GetValue(failFast),
        parsed.ValueOf(tensorBoard));
}
