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
        CommandContext context, IReadOnlyList<(Recipe Recipe, Study Study)> studies, DataChoice choice, RunChoices options,
        StudyRequest request)
    {
        var none = (DataSet.None.Name, Digest: DataSet.None.Sha256);
        var images = studies.Any(pair => pair.Study.NeedsImages) ? choice.Look(studies.Select(pair => pair.Study)) : none;
        var plans =
            (from pair in studies
             let data = pair.Study.NeedsImages ? images : none
             let plan = Plan.Make(pair.Study, data.Digest, context.Store, options.Force)
             select (pair.Recipe, Plan: plan, Data: data.Name, data.Digest)).ToList();
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
        else if (options.Slurm is { } slurm)
        {
            foreach (var (recipe, plan, name, digest) in plans)
            {
                context.Info(PlanText.Line(recipe, plan, name));
                var data = DataSet.None with { Name = name, Sha256 = digest };
                context.Out.Write(new QueuedTraining(context, request, recipe, plan, data, slurm).Script());
            }
        }
        else
        {
            plans.ForEach(plan => PlanText.Write(
                context.Out, plan.Recipe, plan.Plan, plan.Data, key => context.Terminal.Shorten(context.Store.FolderOf(key))));
        }

        return ExitCode.Done;
    }
}
