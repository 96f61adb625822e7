using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>
/// Shows what a run would do. Nothing is fetched, drawn or written: the digests of data sets that are not here yet are known.
/// </summary>
internal static class DryRun
{
    /// <summary>Shows the plans.</summary>
    public static int Show(
        CommandContext context, IReadOnlyList<(Recipe Recipe, Study Study)> studies, DataChoice choice, bool force)
    {
        var none = (DataSet.None.Name, Digest: DataSet.None.Sha256);
        var images = studies.Any(pair => pair.Study.NeedsImages) ? choice.Look(studies.Select(pair => pair.Study)) : none;
        var plans =
            (from pair in studies
             let data = pair.Study.NeedsImages ? images : none
             select (pair.Recipe, Plan: Plan.Make(pair.Study, data.Digest, context.Store, force), Data: data.Name)).ToList();
        studies.SelectMany(pair => pair.Study.Notes).ToList().ForEach(context.Info);
        if (context.Json)
        {
            JsonOutput.Write(context.Out, plans.Select(plan => new
            {
                Recipe = plan.Recipe.Name,
                DataSet = plan.Data,
                ToDo = plan.Plan.MissingCells,
                Variants = plan.Plan.Variants.Select(variant => new
                {
                    Variant = variant.Name,
                    ToDo = variant.Missing,
                    variant.Present,
                    Folder = context.Store.FolderOf(variant.Key),
                }),
            }));
        }
        else
        {
            plans.ForEach(plan => PlanText.Write(
                context.Out, plan.Recipe, plan.Plan, plan.Data, key => context.Terminal.Shorten(context.Store.FolderOf(key))));
        }

        return ExitCode.Done;
    }
}
