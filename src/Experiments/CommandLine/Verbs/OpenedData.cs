using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>The data set that <c>--dataset</c> names.</summary>
internal static class OpenedData
{
    private const string Default = "auto";

    /// <summary>Opens it; by default MNIST or, if it cannot be had, the digits that the program draws.</summary>
    public static DataSet Open(CommandContext context, string? choice)
    {
        var resolved = Resolve(context, choice);
        var data = DataSets.Open(resolved, context.DataFolders, context.Info, new FetchLines(context.Info), context.Interrupt.Token);
        if (context.Quiet && resolved == Default && data.IsSynthetic)
        {
            context.Warn($"MNIST is not available: using {data.Name}");
        }

        return data;
    }

    /// <summary>Opens what is here; never fetches.</summary>
    public static DataSet Read(CommandContext context, string? choice)
    {
        Check(context, choice);
        context.Checked();
        if (Resolve(context, choice) is not (Default or "mnist"))
        {
            return Open(context, choice);
        }

        var folders = context.DataFolders;
        var places = folders.MnistPlaces().ToList();
        var absent = folders.ExperimentsData is not { } named || Directory.Exists(named) ? ""
            : $"; EXPERIMENTS_DATA names {(File.Exists(named) ? "a file, not a folder" : "a folder that is not there")}";
        return Mnist.Load(
            places.Find(Mnist.IsIn) ?? places.Find(place => new IdxFolder(place).HasAny)
                ?? throw new BadDataException(
                    $"MNIST is not here (looked in {string.Join(", ", places)}{absent}); fetch it with: "
                        + $"{context.Terminal.Program} data fetch"),
            context.Info,
            context.Interrupt.Token);
    }

    /// <summary>Its name and digest, and what cannot work on it. What would have to be fetched or drawn is known without.</summary>
    /// <exception cref="UsageException">Something cannot work.</exception>
    public static (string Name, string Digest) Look(CommandContext context, string? choice, IEnumerable<Study> studies)
    {
        var resolved = Resolve(context, choice);
        if (resolved == "synthetic")
        {
            return (SyntheticDigits.Name, SyntheticDigits.DefaultSha256);
        }

        if (DataSets.Choices.Contains(resolved) && !context.DataFolders.MnistPlaces().Any(Mnist.IsIn))
        {
            context.Info("MNIST is not here; the run would fetch it first");
            return ("MNIST", DataSet.Combine(Mnist.Contents.Select(content => content.Sha256)));
        }

        var data = Open(context, choice);
        CheckNumbers(context, data, studies);
        return (data.Name, data.Sha256);
    }

    /// <summary>Finds what cannot work on MNIST or the digits like it, whose numbers are known before they are fetched.</summary>
    /// <exception cref="UsageException">Something cannot.</exception>
    public static void CheckNumbers(CommandContext context, string? choice, IEnumerable<Study> studies)
    {
        var resolved = Resolve(context, choice);
        if (DataSets.Choices.Contains(resolved))
        {
            var blank = DataSets.LikeMnist;
            CheckNumbers(context, resolved == "synthetic" ? blank with { Name = SyntheticDigits.Name } : blank, studies);
        }
    }

    /// <summary>Finds what cannot work on a data set.</summary>
    /// <exception cref="UsageException">Something cannot.</exception>
    public static void CheckNumbers(CommandContext context, DataSet data, IEnumerable<Study> studies)
    {
        context.Mistakes.AddRange(
            studies.SelectMany(study => StudyValidation.Mistakes(study, data)).Select(mistake => mistake.TrimEnd('.') + "."));
        context.Checked();
    }

    /// <summary>Finds a misspelt choice; a folder that is not there is for <see cref="Open"/> to report.</summary>
    public static void Check(CommandContext context, string? choice)
    {
        if (choice is not null && choice.Trim().Length == 0)
        {
            context.Mistakes.Add($"--dataset takes {string.Join(", ", DataSets.Choices)} or a folder, but got '{choice}'.");
        }
        else if (choice is not null && Resolve(context, choice) is var resolved && !DataSets.Choices.Contains(resolved)
            && !Directory.Exists(resolved)
            && NearestName.Hint(choice, DataSets.Choices) is var nearest && nearest.StartsWith("Did", StringComparison.Ordinal))
        {
            context.Mistakes.Add($"There is no data set '{choice}'. {nearest.TrimEnd('.')}, or a folder with four IDX files.");
        }
    }

    // A folder is made absolute.
    private static string Resolve(CommandContext context, string? choice) =>
        choice is null ? Default
        : choice.Trim().ToLowerInvariant() is var word && DataSets.Choices.Contains(word) ? word
        : Path.GetFullPath(choice, context.Terminal.CurrentFolder);
}
