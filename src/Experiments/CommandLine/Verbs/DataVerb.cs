using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>data</c>: fetches, checks and describes the images.</summary>
internal static class DataVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var dataset = ValueOption.Text(
            "--dataset", "auto|mnist|synthetic|DIR", "Images (default: MNIST); of several sets in DIR: DIR/emnist-digits");
        var fetch = new Command(
            "fetch", "Download MNIST (11 MB) unless it is there, and check it. It goes into $EXPERIMENTS_DATA/mnist, or data/mnist.");
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
        var target = folders.Mnist;
        if (folders.ExperimentsData is { Length: > 0 } own && target == folders.InRoot)
        {
            context.Info($"EXPERIMENTS_DATA: {own} is not a folder that can be written, or MNIST is in {target} already");
        }

        var fetched = Mnist.Fetch(target, folders.Mirrors, context.Info, context.Interrupt.Token);
        var folder = context.Terminal.Shorten(target);
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
        var data = new DataChoice(context, choice).Read();
        var (mean, deviation) = data.Training.PixelMoments();
        var (training, test) = (data.Training.ClassCounts(data.Classes), data.Test.ClassCounts(data.Classes));
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new
            {
                data.Name,
                data.Sha256,
                data.Origin,
                data.Training.Height,
                data.Training.Width,
                TrainingClasses = training,
                TestClasses = test,
                Mean = mean,
                StandardDeviation = deviation,
            });
            return ExitCode.Done;
        }

        var facts = new TextTable("", "") { IsText = true };
        facts.Add("name", data.Name);
        facts.Add("from", data.Origin);
        facts.Add("sha-256", data.Sha256);
        facts.Add("size", $"{data.Training.Height} × {data.Training.Width} pixels");
        facts.Add("mean", $"{mean:F4}");
        facts.Add("deviation", $"{deviation:F4}");
        facts.Write(context.Out, context.Color);
        context.Out.WriteLine();
        var classes = new TextTable("class", "training", "test");
        for (var label = 0; label < data.Classes; label++)
        {
            classes.Add($"{label}", $"{training[label]:N0}", $"{test[label]:N0}");
        }

        classes.Add("all", $"{data.Training.Count:N0}", $"{data.Test.Count:N0}");
        classes.Write(context.Out, context.Color);
        return ExitCode.Done;
    }
}
