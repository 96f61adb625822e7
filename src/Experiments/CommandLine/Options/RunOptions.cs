using System.CommandLine;
using System.Globalization;
using Experiments.CommandLine.Verbs;

namespace Experiments.CommandLine.Options;

/// <summary>How a run is carried out, as typed.</summary>
internal sealed record RunChoices(bool All, int Jobs, bool Force, bool DryRun, bool FailFast);

/// <summary>The options that say how a run is carried out.</summary>
internal sealed class RunOptions
{
    private const int MostJobs = 1_024;

    private readonly Option<bool> all = new("--all") { Description = "Every recipe" };
    private readonly Option<string> jobs = new("--jobs") { HelpName = "N", Description = "Cells (variant × seed) computed at once (default: number of processors)" };
    private readonly Option<bool> force = new("--force") { Description = "Compute results even if they are there" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would be computed, and do nothing" };
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Stop at the first cell that fails" };

    /// <summary>Gives a verb these options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { all, jobs, force, dryRun, failFast })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was typed; mistakes are noted.</summary>
    public RunChoices Read(ParseResult parsed, List<string> mistakes) =>
        new(parsed.GetValue(all), ReadJobs(parsed.GetValue(jobs), mistakes), parsed.GetValue(force), parsed.GetValue(dryRun), parsed.GetValue(failFast));

    private static int ReadJobs(string? text, List<string> mistakes)
    {
        if (text is null)
        {
            return Environment.ProcessorCount;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostJobs)
        {
            return number;
        }

        mistakes.Add($"--jobs takes a number from 1 to {MostJobs}, but got '{text}'.");
        return 1;
    }
}
