using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.CommandLine.Verbs;

/// <summary>Finds the stored results that a wish means.</summary>
internal static class StoredResults
{
    /// <summary>The results; what else is stored is said on the way.</summary>
    /// <exception cref="UsageException">The wish is not one for this recipe.</exception>
    /// <exception cref="FailureException">There are none; the message says what there is instead.</exception>
    public static ResultTable Read(Session session, Recipe recipe, Wish wish)
    {
        var mistakes = new List<string>();
        var study = wish.Of(recipe, mistakes);
        UsageException.ThrowIfAny(mistakes);
        var records = session.RecordsOf(recipe);
        var stored = StoredStudy.Of(study!, [.. records.Where(record => StoredStudy.Fits(record, wish.DataSet))], session.Store, wish.Seeds is not null);
        var found = stored.Where(one => one.Cells > 0).ToList();
        foreach (var problem in (found.Count > 0 ? [found[0]] : stored).SelectMany(one => one.Problems))
        {
            session.Complain($"not used: {problem.Message}");
        }

        if (found.Count == 0)
        {
            throw new FailureException(NothingFits(session, recipe, wish, study!, records, stored.Any(one => one.Problems.Count > 0)));
        }

        foreach (var other in found.Skip(1))
        {
            session.Say($"taken are the results on {found[0].DataSet}; there are also {Formats.Count(other.Cells, "cell")} on {other.DataSet} (--dataset)");
        }

        SayMissing(session, recipe, wish, found[0]);
        return ResultTable.Read(session.Store, recipe.Name, found[0].Records, wish.Seeds is null ? null : study!.Seeds.ToHashSet(), found[0].Gaps);
    }

    /// <summary>How verbs that look at results end if they did not fail otherwise.</summary>
    public static int ExitCodeOf(params IEnumerable<ResultTable> results) =>
        results.Any(table => table.Gaps.Any(gap => gap.Damaged)) ? ExitCode.SomeCellsFailed : ExitCode.Done;

    private static void SayMissing(Session session, Recipe recipe, Wish wish, StoredStudy stored)
    {
        if (stored.Gaps.Count > 0)
        {
            var missing = stored.Gaps.Sum(gap => gap.Seeds.Count);
            var how = Shell.Join([session.Terminal.Program, "run", .. ToFill(recipe, wish, stored).Words(recipe.Name), .. session.Places]);
            session.Complain($"{recipe.Name} is incomplete: {Formats.Count(missing, "cell")} of {missing + stored.Cells:N0} {(missing == 1 ? "is" : "are")} missing: {string.Join("; ", stored.Gaps)}. To make {(missing == 1 ? "it" : "them")}: {how}");
        }
    }

    // The wish as a run needs it: seeds and images that looking takes as they are.
    private static Wish ToFill(Recipe recipe, Wish wish, StoredStudy stored)
    {
        var seeds = stored.Gaps.SelectMany(gap => gap.Seeds).Max() + 1;
        return wish with
        {
            Seeds = wish.Seeds ?? (seeds > (wish.Quick ? recipe.QuickSeeds : recipe.Seeds) ? $"{seeds}" : null),
            DataSet = wish.DataSet
                ?? (stored.Records[0].Synthetic ? "synthetic" : stored.DataSet == "MNIST" || stored.DataSet == Data.DataSet.None.Name ? null : stored.DataSet),
        };
    }

    private static string NothingFits(Session session, Recipe recipe, Wish wish, Study study, IReadOnlyList<RunRecord> records, bool damaged)
    {
        var how = Shell.Join([session.Terminal.Program, "run", .. wish.Words(recipe.Name), .. session.Places]);
        var others = OtherResults.Of(recipe, study, records, session.Store);
        var folder = session.Terminal.Shorten(session.ResultsFolder);
        return damaged ? $"Of the cells of '{recipe.Name}' with these settings in {folder} none can be used. To make them anew: {how}"
            : others.Count == 0
            ? $"There are no results of '{recipe.Name}' in {folder} yet. To make them: {how}"
            : $"There are no results of '{recipe.Name}' with these settings in {folder}, but {string.Join("; ", others)}. To make them: {how}";
    }
}
