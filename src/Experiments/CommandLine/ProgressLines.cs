using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>Progress as plain lines, for logs: when a cohort starts, after about every tenth of its epochs, and when it ends.</summary>
internal sealed class ProgressLines(Plan plan, TextWriter output) : RunProgress(plan)
{
    private readonly int width = plan.Cohorts.Max(cohort => cohort.Variant.Name.Length);

    protected override void OnStarted(CohortProgress cohort) =>
        Write(cohort, $"starts: {Formats.Count(cohort.Cohort.Missing.Count, "seed")}{(cohort.IsTrained ? $", {Formats.Count(cohort.Epochs, "epoch")}" : "")}");

    protected override void OnAdvanced(CohortProgress cohort)
    {
        if (cohort.Epoch > 0 && cohort.Epoch < cohort.Epochs && Tenth(cohort.Epoch) > Tenth(cohort.Epoch - 1))
        {
            Write(cohort, $"{(cohort.IsTrained ? "epoch" : "seed")} {cohort.Epoch}/{cohort.Epochs}{Accuracy(cohort)}, {Formats.Time(cohort.Elapsed)}, about {Formats.Time(cohort.Left)} left");
        }

        int Tenth(int epoch) => 10 * epoch / cohort.Epochs;
    }

    protected override void OnEnded(CohortProgress cohort, Exception? problem) =>
        Write(cohort, $"{(problem is null ? "done" : "FAILED")} in {Formats.Time(cohort.Elapsed)}{Accuracy(cohort)} ({Ended} of {Formats.Count(Cohorts, "variant")})");

    protected override bool OnSaid(Cohort cohort, string text)
    {
        output.WriteLine($"{cohort.Variant.Name.PadRight(width)}  {text}");
        return true;
    }

    private static string Accuracy(CohortProgress cohort) =>
        cohort.Accuracy is null ? "" : $", validation accuracy {Formats.Percent(cohort.Accuracy)}";

    private void Write(CohortProgress cohort, string text) => output.WriteLine($"{cohort.Variant.PadRight(width)}  {text}");
}
