namespace Experiments.Running;

/// <summary>Finds what is wrong with a study before anything runs. Models are checked apart: <see cref="ModelCheck"/>.</summary>
internal static class StudyValidation
{
    /// <summary>The mistakes, one line each; nothing if all is well.</summary>
    public static IReadOnlyList<string> Mistakes(Study study, DataSet data) =>
    [
        .. study.Variants.SelectMany(variant => variant.Settings.Mistakes()).Distinct(),
        .. study.Variants.Where(variant => variant.Workload is Model).SelectMany(variant => SplitMistakes(variant, data)).Distinct(),
        .. from variant in study.Variants
           group variant.Name by ResultKey.Of(study.Recipe, variant.Name, Plan.Determines(variant, data.Sha256)).Folder into names
           where names.Count() > 1
           select $"The variants '{string.Join("' and '", names)}' would share the folder {names.Key}: give them other names.",
    ];

    private static IEnumerable<string> SplitMistakes(Variant variant, DataSet data)
    {
        try
        {
            var (settings, images) = (variant.Settings, ImageStore.Cut(variant.Settings, data).Training.Count);
            var part = images == data.Training.Count ? "" : " in this split";
            return settings.BatchSize <= images || settings.Quick ? [] // a quick run is to work on a small data set, too
                : [$"batch-size is {settings.BatchSize:N0}, but there are only {images:N0} training images{part} of {data.Name}: "
                    + "ask for at most that many, which is full-batch gradient descent."];
        }
        catch (ArgumentException problem)
        {
            return [problem.Message.Split(" (Parameter")[0]];
        }
    }
}
