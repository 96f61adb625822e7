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
            folders.Mnist, folders.Mirrors, new FetchLines(context), context.Interrupt.Token).GetAwaiter().GetResult();
        var folder = context.Terminal.Shorten(folders.Mnist);
        context.Out.WriteLine(
            fetched == 0 ? $"MNIST was in {folder} already, whole" : $"MNIST is in {folder}: {NumberText.Count(fetched, "file")} fetched");
        return ExitCode.Done;
    }

    private static int Verify(CommandContext context, string? choice)
    {
        var data = Read(context, choice);
        context.Out.WriteLine(
            $"{data.Name} is whole: {data.Training.Count:N0} training and {data.Test.Count:N0} test images, "
                + $"SHA-256 {data.Sha256} ({data.Origin})");
        return ExitCode.Done;
    }

    private static int Info(CommandContext context, string? choice)
    {
        var summary = DataSummary.Of(Read(context, choice));
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new
            {
                summary.Name,
                summary.Sha256,
                summary.Origin,
                summary.Height,
                summary.Width,
                summary.TrainingClasses,
                summary.TestClasses,
                summary.Mean,
                summary.StandardDeviation,
            });
        }
        else
        {
            Print(context, summary);
        }

        return ExitCode.Done;
    }

    // Looking must not download anything.
    private static DataSet Read(CommandContext context, string? choice)
    {
        OpenedData.Check(context, choice);
        context.Checked();
        if (OpenedData.Resolve(context, choice) is not ("auto" or "mnist"))
        {
            return OpenedData.Open(context, choice);
        }

        var places = context.DataFolders.MnistPlaces().ToList();
        return Mnist.Load(
            places.FirstOrDefault(Mnist.IsIn) ?? places.FirstOrDefault(place => new IdxFolder(place).HasAny)
                ?? throw new BadDataException(
                    $"MNIST is not here (looked in {string.Join(", ", places)}{Absent(context)}); fetch it with: "
                        + $"{context.Terminal.Program} data fetch"),
            context.Info,
            context.Interrupt.Token);
    }

    private static string Absent(CommandContext context) => context.DataFolders.ExperimentsData is { } folder && !Directory.Exists(folder)
        ? $"; EXPERIMENTS_DATA names {(File.Exists(folder) ? "a file, not a folder" : "a folder that is not there")}"
        : "";

    private static void Print(CommandContext context, DataSummary summary)
    {
        var facts = new TextTable("", "") { IsText = true };
        facts.Add("name", summary.Name);
        facts.Add("from", summary.Origin);
        facts.Add("sha-256", summary.Sha256);
        facts.Add("size", $"{summary.Height} × {summary.Width} pixels");
        facts.Add("mean", $"{summary.Mean:F4}");
        facts.Add("deviation", $"{summary.StandardDeviation:F4}");
        facts.Write(context.Out, context.Color);
        context.Out.WriteLine();
        var classes = new TextTable(["images of", .. Enumerable.Range(0, 10).Select(digit => $"{digit}"), "all"]);
        classes.Add(["training", .. summary.TrainingClasses.Select(count => $"{count:N0}"), $"{summary.TrainingClasses.Sum():N0}"]);
        classes.Add(["test", .. summary.TestClasses.Select(count => $"{count:N0}"), $"{summary.TestClasses.Sum():N0}"]);
        classes.Write(context.Out, context.Color);
    }
}
