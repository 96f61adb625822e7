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
        CommandContext context, IReadOnlyList<(Recipe Recipe, Study Study)> studies, StudyRequest request, RunChoices options)
    {
        var none = (DataSet.None.Name, Digest: DataSet.None.Sha256);
        var images = studies.Any(pair => pair.Study.NeedsImages) ? DataOf(context, studies, request.DataSet) : none;
        var plans =
            (from pair in studies
             let data = pair.Study.NeedsImages ? images : none
             select (pair.Recipe, Plan: Plan.Make(pair.Study, data.Digest, context.Store, options.Force), Data: data.Name)).ToList();
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
                    Folder = Path.Combine(context.ResultsFolder, variant.Key.Folder),
                }),
            }));
            return ExitCode.Done;
        }

        foreach (var (recipe, plan, data) in plans)
        {
            PlanText.Write(context, context.Out, recipe, plan, data, withFolders: true);
        }

        return ExitCode.Done;
    }

    private static (string Name, string Digest) DataOf(
        CommandContext context, IReadOnlyList<(Recipe Recipe, Study Study)> studies, string? choice)
    {
        var resolved = OpenedData.Resolve(context, choice);
        if (resolved == "synthetic")
        {
            return (SyntheticDigits.Name, SyntheticDigits.DefaultSha256);
        }

        if (DataSets.Choices.Contains(resolved) && !context.DataFolders.MnistPlaces().Any(Mnist.IsIn))
        {
            context.Info("MNIST is not here; the run would fetch it first");
            return ("MNIST", DataSet.Combine(Mnist.Contents.Select(content => content.Sha256)));
        }

        var data = OpenedData.Open(context, choice);
        OpenedData.CheckNumbers(context, data, studies.Select(pair => pair.Study));
        return (data.Name, data.Sha256);
    }
}
