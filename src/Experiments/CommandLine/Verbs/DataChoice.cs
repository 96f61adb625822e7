using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Verbs;

/// <summary>The data set that <c>--dataset</c> names; null for the default.</summary>
internal sealed class DataChoice(CommandContext context, string? choice)
{
    private const string Default = "auto";

    // A folder is made absolute.
    private string Resolved => choice is null ? Default
        : choice.Trim().ToLowerInvariant() is var word && DataSets.Choices.Contains(word) ? word
        : Path.GetFullPath(choice, context.Terminal.CurrentFolder);

    private bool IsFolder => !DataSets.Choices.Contains(Resolved);

    /// <summary>Whether it is the beginning of a digest, by which stored results are found though their images may be gone.</summary>
    public bool IsDigest => choice?.Trim() is { Length: >= 6 and <= 64 } text && text.All(char.IsAsciiHexDigit)
        && !DataSets.IsThere(Resolved);

    /// <summary>Finds a misspelt choice; a folder that is not there is for <see cref="Open"/> to report.</summary>
    public void Check()
    {
        if (choice is not null && choice.Trim().Length == 0)
        {
            context.Mistakes.Add($"--dataset takes {string.Join(", ", DataSets.Choices)} or a folder, but got '{choice}'.");
        }
        else if (choice is not null && !IsFolder && Directory.Exists(Path.GetFullPath(choice.Trim(), context.Terminal.CurrentFolder)))
        {
            var folder = $".{Path.DirectorySeparatorChar}{choice.Trim()}";
            context.Info($"--dataset {choice} is not the folder of that name that is here; for that write {folder}");
        }
        else if (choice is not null && IsFolder && !DataSets.IsThere(Resolved)
            && NearestName.Hint(choice, DataSets.Choices) is var nearest && nearest.StartsWith("Did", StringComparison.Ordinal))
        {
            context.Mistakes.Add($"There is no data set '{choice}'. {nearest.TrimEnd('.')}, or a folder with four IDX files.");
        }
    }

    /// <summary>Finds what cannot work on MNIST or the digits like it, whose numbers are known before they are fetched.</summary>
    /// <exception cref="UsageException">Something cannot.</exception>
    public void CheckNumbers(IEnumerable<Study> studies)
    {
        if (!IsFolder)
        {
            CheckNumbers(Resolved == "synthetic" ? DataSets.LikeMnist with { Name = SyntheticDigits.Name } : DataSets.LikeMnist, studies);
        }
    }

    /// <summary>Opens it for studies; by default MNIST or, if it cannot be had, the digits that the program draws.</summary>
    /// <exception cref="UsageException">Something cannot work on it.</exception>
    public DataSet Open(params IEnumerable<Study> studies)
    {
        var data = DataSets.Open(Resolved, context.DataFolders, context.Info, context.Interrupt.Token);
        CheckNumbers(data, studies);
        return data;
    }

    /// <summary>Says, at the end of what was done with it, too, that it is not the data set that users expect.</summary>
    public void WarnIfReplaced(DataSet data)
    {
        if (Resolved == Default && data.IsSynthetic)
        {
            context.Warn(
                $"NOT MNIST: MNIST was not available, so these results are of {data.Name}, which this program draws. Claims about MNIST "
                    + $"are not tested on them. To get MNIST: {context.Terminal.Command(["data", "fetch"])}; then run this again.",
                stands: true);
        }
    }

    /// <summary>Opens what is here; never fetches.</summary>
    public DataSet Read()
    {
        Check();
        context.Checked();
        if (Resolved is not (Default or "mnist"))
        {
            return Open();
        }

        return DataSets.FindMnist(context.DataFolders, context.Info, context.Interrupt.Token)
            ?? throw new BadDataException(
                $"MNIST is not here (looked in {context.DataFolders.MnistPlaces(folder => folder)}); fetch it with: "
                    + $"{context.Terminal.Program} data fetch");
    }

    /// <summary>Tells stored results of these images from others. Images are known by what they are, so a folder is read.</summary>
    /// <exception cref="BadDataException">There is no such folder, or it has no sound images.</exception>
    public Func<RunRecord, bool> Fits()
    {
        Check();
        context.Checked();
        var digest = Resolved switch
        {
            Default => "",
            "mnist" => Mnist.Sha256,
            "synthetic" => SyntheticDigits.Sha256,
            _ when IsDigest => choice!.Trim().ToLowerInvariant(),
            var folder => DataSets.Open(folder, context.DataFolders, context.Info, context.Interrupt.Token).Sha256,
        };
        return record => record.DataDigest == DataSet.None.Sha256 || (Resolved == "synthetic" && record.Synthetic)
            || record.DataDigest.StartsWith(digest, StringComparison.Ordinal);
    }

    /// <summary>Its name and digest. What would have to be fetched or drawn is known without.</summary>
    /// <exception cref="UsageException">Something cannot work on it.</exception>
    public (string Name, string Digest) Look(IEnumerable<Study> studies)
    {
        if (Resolved == "synthetic")
        {
            return (SyntheticDigits.Name, SyntheticDigits.Sha256);
        }

        if (!IsFolder && !context.DataFolders.MnistPlaces().Any(Mnist.IsIn))
        {
            context.Info("MNIST is not here; the run would fetch it first");
            return (Mnist.Name, Mnist.Sha256);
        }

        var data = Open(studies);
        return (data.Name, data.Sha256);
    }

    private void CheckNumbers(DataSet data, IEnumerable<Study> studies)
    {
        context.Mistakes.AddRange(
            studies.SelectMany(study => study.Mistakes(data)).Select(mistake => mistake.TrimEnd('.') + "."));
        context.Checked();
        foreach (var doubt in studies.SelectMany(study => study.Doubts(data)).Distinct())
        {
            context.Warn(doubt);
        }
    }
}
