using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>data</c>: fetches, checks and describes the images.</summary>
internal static class DataVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var dataset = ValueOption.Text("--dataset", "auto|mnist|synthetic|DIR", "Images (default: MNIST)");
        var fetch = new Command("fetch", "Download MNIST (11 MB) unless it is there, and check it.");
        fetch.SetAction(parsed => Fetch(open(parsed).Checked()));
        var verify = new Command("verify", "Read all images and check their checksums.") { dataset };
        verify.SetAction(parsed => Verify(open(parsed), parsed.ValueOf(dataset)));
        var info = new Command("info", "Describe the images: numbers, classes, mean, checksum.") { dataset };
        info.SetAction(parsed => Info(open(parsed), parsed.ValueOf(dataset)));
        return new Command("data", "Fetch, check or describe the images.") { fetch, verify, info };
    }

    private static int Fetch(CommandContext context)
    {
        context.Interrupt.Listen();
        context.Interrupt.OnInterrupted = () => context.Warn(
            $"interrupted; files that were whole are kept. To go on: {context.CommandLine}");
        var folders = context.DataFolders;
        var fetched = Mnist.FetchAsync(
            folders.Mnist, folders.Mirrors, new FetchLines(context.Info), context.Interrupt.Token).GetAwaiter().GetResult();
        var folder = context.Terminal.Shorten(folders.Mnist);
        context.Out.WriteLine(
            fetched == 0 ? $"MNIST was in {folder} already, whole" : $"MNIST is in {folder}: {NumberText.Count(fetched, "file")} fetched");
        return ExitCode.Done;
    }

    private static int Verify(CommandContext context, string? choice)
    {
        var data = new DataChoice(context, choice).Read();
        context.Out.WriteLine(
            $"{data.Name} is whole: {data.Training.Count:N0} training and {data.Test.Count:N0} test images, "
                + $"SHA-256 {data.Sha256} ({data.Origin})");
        return ExitCode.Done;
    }

    private static int Info(CommandContext context, string? choice)
    {
        var summary = DataSummary.Of(new DataChoice(context, choice).Read());
        if (context.Json)
        {
            JsonOutput.Write(context.Out, summary);
            return ExitCode.Done;
        }

        var facts = new TextTable("", "") { IsText = true };
        facts.Add("name", summary.Name);
        facts.Add("from", summary.Origin);
        facts.Add("sha-256", summary.Sha256);
        facts.Add("size", $"{summary.Height} × {summary.Width} pixels");
        facts.Add("mean", $"{summary.Mean:F4}");
        facts.Add("deviation", $"{summary.StandardDeviation:F4}");
        facts.Write(context.Out, context.Color);
        context.Out.WriteLine();
        var classes = new TextTable(["images of", .. summary.TrainingClasses.Select((_, digit) => $"{digit}"), "all"]);
        foreach (var (split, counts) in new[] { ("training", summary.TrainingClasses), ("test", summary.TestClasses) })
        {
            classes.Add([split, .. counts.Append(counts.Sum()).Select(count => $"{count:N0}")]);
        }

        classes.Write(context.Out, context.Color);
        return ExitCode.Done;
    }
}
