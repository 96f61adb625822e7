using Experiments.Results;

namespace Experiments.Running;

/// <summary>What a run tells while it works. Calls come from worker threads, several at a time.</summary>
public interface IRunObserver
{
    /// <summary>A cohort starts.</summary>
    void Started(Cohort cohort);

    /// <summary>A cohort completed an epoch (0: measured before training).</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="accuracy">Mean validation accuracy over its seeds when last measured, 0 to 1; null before the first time.</param>
    void Advanced(Cohort cohort, int epoch, double? accuracy);

    /// <summary>A cohort is trained and its cells are on disk.</summary>
    void Finished(Cohort cohort, TimeSpan time);

    /// <summary>Somebody else works on a cohort: it comes last, and what is done by then is not done again.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="holder">Who works on it; null if that cannot be told.</param>
    void Waits(Cohort cohort, LockHolder? holder)
    {
    }

    /// <summary>Somebody else has finished a cohort that was to be done: its cells are there.</summary>
    void FoundDone(Cohort cohort)
    {
    }

    /// <summary>A cohort goes on with a training that was interrupted.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="epoch">Epochs completed by then.</param>
    void Resumed(Cohort cohort, int epoch)
    {
    }

    /// <summary>Something about a cohort that must be known, such as a damaged file.</summary>
    void Noted(Cohort cohort, string text)
    {
    }

    /// <summary>A cohort failed; others go on.</summary>
    void Failed(Cohort cohort, Exception problem);
}
