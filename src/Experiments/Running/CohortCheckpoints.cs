using Experiments.Networks;
using Experiments.Results;

namespace Experiments.Running;

/// <summary>Some seeds of a cohort that are trained together.</summary>
/// <param name="Cohort">The cohort, of which these seeds are missing.</param>
/// <param name="Checkpoint">Where their training is kept; it may have more seeds, of which the cells are there.</param>
internal sealed record CohortPart(Cohort Cohort, Checkpoint Checkpoint);

/// <summary>The checkpoints of one cohort.</summary>
/// <param name="cohort">The cohort, with what is missing.</param>
/// <param name="folder">The folder of its cells.</param>
/// <param name="observer">Is told of those that are of no use.</param>
internal sealed class CohortCheckpoints(Cohort cohort, string folder, IRunObserver observer)
{
    /// <summary>
    /// The missing seeds by the trainings that they are part of: those that were kept, then the rest together. Each is to be carried out with the
    /// seeds of its checkpoint.
    /// </summary>
    public IReadOnlyList<CohortPart> Parts()
    {
        var parts = new List<CohortPart>();
        List<int> left = [.. cohort.Missing];
        foreach (var kept in cohort.Variant.Subject is Architecture ? Usable() : [])
        {
            List<int> seeds = [.. left.Intersect(kept.Seeds)];
            if (seeds.Count > 0)
            {
                parts.Add(new(cohort with { Missing = seeds }, kept));
                left = [.. left.Except(seeds)];
            }
        }

        return left.Count == 0 ? parts : [.. parts, new(cohort with { Missing = left }, Checkpoint.Of(folder, left))];
    }

    // Whoever wants everything computed again does not want half of it kept.
    private IEnumerable<Checkpoint> Usable()
    {
        foreach (var path in Checkpoint.FilesIn(folder))
        {
            if (cohort.Forced)
            {
                File.Delete(path);
            }
            else if (Read(path) is { } checkpoint)
            {
                yield return checkpoint;
            }
        }
    }

    // One that is of no use now will not be later.
    private Checkpoint? Read(string path)
    {
        try
        {
            return Checkpoint.Read(path, cohort.Key);
        }
        catch (BadResultException problem)
        {
            File.Delete(path);
            observer.Noted(cohort, $"{problem.Message} The training begins anew.");
            return null;
        }
    }
}
