using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>Finds the stored results that a request means.</summary>
internal static class StoredResults
{
    /// <summary>The results; what else is stored is said on the way.</summary>
    /// <exception cref="UsageException">The request is not one for this recipe.</exception>
    /// <exception cref="FailureException">There are none; the message says what there is instead.</exception>
    public static ResultTable Read(CommandContext context, Recipe recipe, StudyRequest request)
    {
        var study = request.Of(recipe, context.Mistakes);
        context.Checked();
        var records = context.RecordsOf(recipe);
        var stored = StoredStudy.Of(
            study!, [.. records.Where(record => StoredStudy.Fits(record, request.DataSet))], context.Store, request.Seeds is not null);
        var found = stored.Where(set => set.Cells > 0).ToList();
        foreach (var problem in (found.Count > 0 ? [found[0]] : stored).SelectMany(set => set.Problems))
        {
            context.Warn($"not used: {problem.Message}");
        }

        if (found.Count == 0)
        {
            throw new FailureException(NothingFits(context, recipe, request, study!, records, stored.Any(set => set.Problems.Count > 0)));
        }

        foreach (var other in found.Skip(1))
        {
            context.Info(
                $"taken are the results on {found[0].DataSet}; "
                    + $"there are also {NumberText.Count(other.Cells, "cell")} on {other.DataSet} (--dataset)");
        }

        SayMissing(context, recipe, request, found[0]);
        return ResultTable.Read(
            context.Store, recipe.Name, found[0].Records, request.Seeds is null ? null : study!.Seeds.ToHashSet(), found[0].Gaps,
            recipe.FactorsOf(study!.Variants), recipe.Baseline);
    }

    /// <summary>How verbs that look at results end if they did not fail otherwise.</summary>
    public static int ExitCodeOf(params IEnumerable<ResultTable> results) =>
        results.Any(table => table.Gaps.Any(gap => gap.Damaged)) ? ExitCode.SomeCellsFailed : ExitCode.Done;

    private static void SayMissing(CommandContext context, Recipe recipe, StudyRequest request, StoredStudy stored)
    {
        if (stored.Gaps.Count > 0)
        {
            var missing = stored.Gaps.Sum(gap => gap.Seeds.Count);
            var how = Shell.Join(
                [context.Terminal.Program, "run", .. ToFill(recipe, request, stored).Words(recipe.Name), .. context.FolderOptions]);
            context.Warn(
                $"{recipe.Name} is incomplete: {NumberText.Count(missing, "cell")} of {missing + stored.Cells:N0} "
                    + $"{(missing == 1 ? "is" : "are")} missing: {string.Join("; ", stored.Gaps)}. "
                    + $"To make {(missing == 1 ? "it" : "them")}: {how}");
        }
    }

    // The request as a run needs it: seeds and images that looking takes as they are.
    private static StudyRequest ToFill(Recipe recipe, StudyRequest request, StoredStudy stored)
    {
        var seeds = stored.Gaps.SelectMany(gap => gap.Seeds).Max() + 1;
        return request with
        {
            Seeds = request.Seeds ?? (seeds > (request.Quick ? recipe.QuickSeeds : recipe.Seeds) ? $"{seeds}" : null),
            DataSet = request.DataSet
                ?? (
                    stored.Records[0].Synthetic ? "synthetic"
                        : stored.DataSet == "MNIST" || stored.DataSet == Data.DataSet.None.Name ? null : stored.DataSet),
        };
    }

    private static string NothingFits(
        CommandContext context, Recipe recipe, StudyRequest request, Study study, IReadOnlyList<RunRecord> records, bool damaged)
    {
        var how = Shell.Join([context.Terminal.Program, "run", .. request.Words(recipe.Name), .. context.FolderOptions]);
        var others = OtherResults.Of(recipe, study, records, context.Store);
        var folder = context.Terminal.Shorten(context.ResultsFolder);
        return damaged ? $"Of the cells of '{recipe.Name}' with these settings in {folder} none can be used. To make them anew: {how}"
            : others.Count == 0
            ? $"There are no results of '{recipe.Name}' in {folder} yet. To make them: {how}"
            : $"There are no results of '{recipe.Name}' with these settings in {folder}, but {string.Join("; ", others)}. "
                + $"To make them: {how}";
    }
}
