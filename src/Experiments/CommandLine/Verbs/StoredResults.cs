using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>Finds the stored results that a request means.</summary>
internal static class StoredResults
{
    /// <summary>The results; what else is stored is said on the way.</summary>
    /// <exception cref="UsageException">The request is not one for this recipe.</exception>
    /// <exception cref="FailureException">There are none; the message says what there is instead.</exception>
    public static ResultTable Read(CommandContext context, Recipe recipe, StudyRequest request) =>
        Read(context, recipe, request, out _);

    private static ResultTable Read(CommandContext context, Recipe recipe, StudyRequest request, out StoredStudy from)
    {
        var study = request.Of(recipe, context.Mistakes);
        context.Checked();
        study!.Notes.ToList().ForEach(context.Info);
        var records = context.RecordsOf(recipe);
        var choice = new DataChoice(context, request.DataSet);
        var stored = StoredStudy.All(
            recipe, study!, records.Where(choice.Fits()), context.Store, allSeeds: request.Seeds is null);
        var found = stored.Where(set => set.Cells > 0).ToList();
        foreach (var problem in (found.Count > 0 ? [found[0]] : stored).SelectMany(set => set.Problems))
        {
            context.Warn($"not used: {problem.Message}");
        }

        foreach (var other in found.Skip(1))
        {
            context.Info(
                $"taken are the results on {found[0].DataSet}; "
                    + $"there are also {NumberText.Count(other.Cells, "cell")} on {other.DataSet} (--dataset {other.Choice})");
        }

        if (found.Count == 0)
        {
            var isDamaged = stored.Any(set => set.Problems.Count > 0);
            var others = isDamaged ? "" : OtherResults.Of(recipe, study!, records, context.Store);
            throw new FailureException(
                $"{NothingFits(recipe.Name, context.Terminal.Shorten(context.ResultsFolder), isDamaged, others)}: "
                    + context.Command("run", request.Words(recipe.Name)));
        }

        from = found[0];
        var results = from.Read();
        SayMissing(context, recipe, request, results, choice);
        return results;
    }

    /// <summary>What stored results say of a recipe's claims.</summary>
    public static ClaimReport Report(CommandContext context, Recipe recipe, StudyRequest request)
    {
        var results = Read(context, recipe, request, out var from);
        return from.Test(context, results, request);
    }

    /// <summary>The same of every recipe; recipes without results are left out, and a message says so.</summary>
    /// <exception cref="UsageException">The request does not fit a recipe.</exception>
    /// <exception cref="FailureException">None of them has results.</exception>
    public static IReadOnlyList<ClaimReport> Reports(CommandContext context, IReadOnlyList<Recipe> recipes, StudyRequest request)
    {
        var found = new List<ClaimReport>();
        foreach (var recipe in recipes)
        {
            try
            {
                found.Add(Report(context, recipe, request));
            }
            catch (FailureException none)
            {
                context.Info(none.Message);
            }
        }

        return found.Count > 0 ? found
            : throw new FailureException(
                $"There are no results in {context.Terminal.Shorten(context.ResultsFolder)}. To make them: "
                    + context.Command("run", "--all"));
    }

    /// <summary>How verbs that look at results end if they did not fail otherwise.</summary>
    public static int ExitCodeOf(params IEnumerable<ResultTable> results) =>
        results.Any(table => table.Gaps.Any(gap => gap.Damaged)) ? ExitCode.SomeCellsFailed : ExitCode.Done;

    // Where the images were when these results were computed.
    private static string FolderOf(CommandContext context, ResultTable results) => results.Records
        .SelectMany(record => context.Store.History(record.Key)).Select(run => run.Circumstances.GetValueOrDefault(Provenance.Images))
        .LastOrDefault(Directory.Exists) is { } folder ? context.Terminal.Shorten(folder) : "DIR";

    private static string NothingFits(string recipe, string folder, bool isDamaged, string others) =>
        isDamaged ? $"Of the cells of '{recipe}' with these settings in {folder} none can be used. To make them anew"
        : others.Length == 0 ? $"There are no results of '{recipe}' in {folder} yet. To make them"
        : $"There are no results of '{recipe}' with these settings in {folder}, but {others}. To make them";

    private static void SayMissing(CommandContext context, Recipe recipe, StudyRequest request, ResultTable results, DataChoice choice)
    {
        if (results.Gaps.Count == 0)
        {
            return;
        }

        // As a run needs it: just the seeds that are missing, and images that looking takes as they are.
        var seeds = results.Gaps.SelectMany(gap => gap.Seeds).Distinct().Order().ToList();
        var usual = Enumerable.Range(0, request.Quick ? recipe.QuickSeeds : recipe.Seeds);
        var toFill = request with
        {
            Seeds = request.Seeds ?? (seeds.Union(results.Seeds).Order().SequenceEqual(usual) ? null : SeedList.Format(seeds)),
            DataSet = (choice.IsDigest ? null : request.DataSet) ?? (results.Synthetic ? "synthetic"
                : results.DataSet == Mnist.Name || results.DataSet == DataSet.None.Name ? null : FolderOf(context, results)),
        };
        var missing = results.Gaps.Sum(gap => gap.Seeds.Count);
        context.Warn(
            $"{recipe.Name} is incomplete: {NumberText.Count(missing, "cell")} of {missing + results.Cells:N0} "
                + $"{(missing == 1 ? "is" : "are")} missing: {string.Join("; ", results.Gaps)}. "
                + $"To make {(missing == 1 ? "it" : "them")}: {context.Command("run", toFill.Words(recipe.Name))}");
    }
}
