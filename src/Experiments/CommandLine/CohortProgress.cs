using System.Diagnostics;
using Experiments.Networks;
using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>How far one cohort is.</summary>
internal sealed class CohortProgress(Cohort cohort)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public Cohort Cohort => cohort;

    public string Variant => cohort.Variant.Name;

    /// <summary>Whether its rounds are epochs of a training; otherwise they are the seeds of a computation.</summary>
    public bool IsTrained => cohort.Variant.Subject is Architecture;

    public int Epochs => cohort.Rounds;

    public int Epoch { get; set; }

    // Epochs that an interrupted run had done.
    private int Before { get; set; }

    /// <summary>Validation accuracy when last measured.</summary>
    public double? Accuracy { get; set; }

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Part of the training that is done, 0 to 1.</summary>
    public double Fraction => Math.Min(1, (double)Epoch / Math.Max(1, Epochs));

    /// <summary>Time left if it goes on as so far; null before the first epoch.</summary>
    public TimeSpan? Left => Epoch > Before ? Elapsed * ((double)(Epochs - Epoch) / (Epoch - Before)) : null;

    /// <summary>It begins after an epoch that an interrupted run completed.</summary>
    public void GoOnFrom(int epoch) => (Before, Epoch) = (epoch, epoch);
}
