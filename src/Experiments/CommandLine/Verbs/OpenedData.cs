using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>Opens the data set that <c>--dataset</c> names.</summary>
internal static class OpenedData
{
    private const string Default = "auto";

    /// <summary>Opens it; by default MNIST or, if it cannot be had, the digits that the program draws.</summary>
    public static DataSet Open(CommandContext context, string? choice)
    {
        var resolved = Resolve(context, choice);
        var data = DataSets.Open(resolved, context.DataFolders, context.Info, new FetchLines(context), context.Interrupt.Token);
        if (context.Quiet && resolved == Default && data.IsSynthetic)
        {
            context.Warn($"MNIST is not available: using {data.Name}");
        }

        return data;
    }

    /// <summary>The choice with its folder, if it is one, made absolute.</summary>
    public static string Resolve(CommandContext context, string? choice) =>
        choice is null ? Default
        : DataSets.Choices.Contains(choice.Trim().ToLowerInvariant()) ? choice.Trim().ToLowerInvariant()
        : Path.GetFullPath(choice, context.Terminal.CurrentFolder);

    /// <summary>Finds what cannot work on MNIST or the digits like it, whose numbers are known before they are fetched.</summary>
    public static void CheckNumbers(CommandContext context, string? choice, IEnumerable<Study> studies)
    {
        var resolved = Resolve(context, choice);
        if (DataSets.Choices.Contains(resolved))
        {
            var blank = resolved == "synthetic" ? DataSets.LikeMnist with { Name = SyntheticDigits.Name } : DataSets.LikeMnist;
            CheckNumbers(context, blank, studies);
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
        else if (choice is not null && !Directory.Exists(Resolve(context, choice))
            && !DataSets.Choices.Contains(choice.Trim().ToLowerInvariant())
            && NearestName.Hint(choice, DataSets.Choices) is var nearest && nearest.StartsWith("Did", StringComparison.Ordinal))
        {
            context.Mistakes.Add($"There is no data set '{choice}'. {nearest.TrimEnd('.')}, or a folder with four IDX files.");
        }
    }
}
