namespace Experiments.Running;

/// <summary>What to run: the variants of a recipe, in its order, and the seeds of each.</summary>
internal sealed record Study(string Recipe, IReadOnlyList<Variant> Variants, IReadOnlyList<int> Seeds)
{
    /// <summary>The settings that the variants were made of.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The names of the settings that the user changed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>What the user should know of settings that do not change everything, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether anything is trained, so that images are needed.</summary>
    public bool NeedsImages => Variants.Any(variant => variant.Workload is Model);

    /// <summary>What is wrong with it, one line each, before anything runs. Models are checked apart: <see cref="ModelCheck"/>.</summary>
    public IReadOnlyList<string> Mistakes(DataSet data)
    {
        var splits = Trained.Select(settings => SplitMistake(settings, data)).OfType<string>().Distinct().ToList();
        return
        [
            .. Variants.SelectMany(variant => variant.Settings.Mistakes()).Distinct(),
            .. splits.Count > 0 || Needless(data) is not { } needless ? splits : [needless],
            .. Trained.SelectMany(settings => Check(settings, data)?.Mistakes() ?? []).Distinct(),
            .. from variant in Variants
               group variant.Name by ResultKey.Of(Recipe, variant.Name, Plan.Determines(variant, data.Sha256)).Folder into names
               where names.Count() > 1
               select $"The variants '{string.Join("' and '", names)}' would share the folder {names.Key}: give them other names.",
        ];
    }

    // A split or a number of images that the user need not have given: it is another name for what is there without.
    private string? Needless(DataSet data)
    {
        if (Changed.Count == 0 || !NeedsImages || Settings.Quick)
        {
            return null;
        }

        var (parts, all) = (ImageStore.Cut(Settings, data), ImageStore.Cut(Settings with { TrainingImages = null }, data));
        return Changed.Contains("training-images") && Settings.TrainingImages == all.Training.Count
                ? $"training-images={parts.Training.Count} are all that there are in this split of {data.Name}: leave it out."
            : Changed.Contains("split") && Split.Parse(Settings.Split).IsDefaultOf(data)
                ? $"split={Settings.Split} cuts {data.Name} as the default split does: leave it out."
            : null;
    }

    /// <summary>What works on this data and is worth little, one line each.</summary>
    public IReadOnlyList<string> Doubts(DataSet data) =>
    [
        .. Trained.SelectMany(settings => Check(settings, data)?.Doubts(
            ImageStore.Cut(settings, data).Training.Count, areFirst: settings.Subset == Subset.First) ?? []).Distinct(),
    ];

    // The settings of trainings that differ in what they see.
    private IEnumerable<Settings> Trained => Variants.Where(variant => variant.Workload is Model).Select(variant => variant.Settings)
        .DistinctBy(settings => (settings.Split, settings.TrainingImages, settings.BatchSize, settings.Subset, settings.Quick));

    // Null where nothing is known of the images yet, or where they cannot be cut, which SplitMistake finds.
    private static ClassCheck? Check(Settings settings, DataSet data) =>
        data.Sha256 == DataSet.None.Sha256 || SplitMistake(settings, data) is not null ? null
            : new(data, ImageStore.Cut(settings with { TrainingImages = null }, data), Images.ClassCount);

    private static string? SplitMistake(Settings settings, DataSet data)
    {
        try
        {
            var images = ImageStore.Cut(settings, data).Training.Count;
            var part = images == data.Training.Count ? "" : " in this split";
            return settings.BatchSize <= images || settings.Quick ? null // a quick run is to work on a small data set, too
                : $"batch-size is {settings.BatchSize:N0}, but there are only {images:N0} training images{part} of {data.Name}: "
                    + "ask for at most that many, which is full-batch gradient descent.";
        }
        catch (ArgumentException problem)
        {
            return problem.Message.Split(" (Parameter")[0];
        }
    }
}
