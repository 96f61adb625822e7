using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;
using Experiments.Data;
using Experiments.Naming;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.CommandLine.Verbs;

/// <summary>Opens the data set that <c>--dataset</c> names.</summary>
internal static class OpenedData
{
    private const string Default = "auto";

    /// <summary>Opens it: MNIST or the program's own digits if nothing is said.</summary>
    public static DataSet Open(CommandContext context, string? choice)
    {
        var resolved = Resolve(context, choice);
        var data = DataSets.Open(resolved, context.DataFolders, context.Info, new FetchLines(context), context.Interrupt.Token);
        if (context.Quiet && resolved == Default && data.IsSynthetic)
        {
            context.Warn($"NOT MNIST, which cannot be had, but {data.Name}");
        }

        return data;
    }

    /// <summary>The choice with its folder, if it is one, made absolute.</summary>
    public static string Resolve(CommandContext context, string? choice) =>
        choice is null ? Default
        : DataSets.Choices.Contains(choice.Trim().ToLowerInvariant()) ? choice.Trim().ToLowerInvariant()
        : Path.GetFullPath(choice, context.Terminal.CurrentFolder);

    /// <summary>Notes what cannot work on MNIST or the digits like it, whose numbers are known before they are here: nothing is fetched in vain.</summary>
    public static void CheckNumbers(CommandContext context, string? choice, IEnumerable<Study> studies, List<string> mistakes)
    {
        var resolved = Resolve(context, choice);
        if (DataSets.Choices.Contains(resolved))
        {
            var blank = resolved == "synthetic" ? DataSets.LikeMnist with { Name = SyntheticDigits.Name } : DataSets.LikeMnist;
            mistakes.AddRange(studies.SelectMany(study => StudyValidation.Mistakes(study, blank)).Select(mistake => mistake.TrimEnd('.') + "."));
        }
    }

    /// <summary>Notes a slip of the pen; a folder that is not there is for <see cref="Open"/> to report.</summary>
    public static void Check(CommandContext context, string? choice, List<string> mistakes)
    {
        if (choice is not null && choice.Trim().Length == 0)
        {
            mistakes.Add($"--dataset takes {string.Join(", ", DataSets.Choices)} or a folder, but got '{choice}'.");
        }
        else if (choice is not null && !Directory.Exists(Resolve(context, choice)) && !DataSets.Choices.Contains(choice.Trim().ToLowerInvariant())
            && NearestName.Hint(choice, DataSets.Choices) is var nearest && nearest.StartsWith("Did", StringComparison.Ordinal))
        {
            mistakes.Add($"There is no data set '{choice}'. {nearest.TrimEnd('.')}, or a folder with four IDX files.");
        }
    }
}
