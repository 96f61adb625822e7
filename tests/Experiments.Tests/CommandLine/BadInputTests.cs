namespace Experiments.Tests.CommandLine;

/// <summary>Whatever is wrong costs a clear line for each mistake, exit code 2, and nothing else.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workplace workplace = new();

    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "", ["A command is missing: list, show, run, plot, table, verify, report, data, doctor; --help tells more."] },
        { "lsit", ["There is no command 'lsit'. Did you mean 'list'? Known: list, show, run, plot, table, verify, report, data, doctor."] },
        { "paint widths", ["There is no command 'paint'. Known: list, show, run, plot, table, verify, report, data, doctor.", "There is no command 'widths'. Known: list, show, run, plot, table, verify, report, data, doctor."] },
        { "list widths", ["'list' does not take 'widths'."] },
        { "data", ["A command is missing: fetch, verify, info; --help tells more."] },
        { "data fech", ["There is no command 'fech'. Did you mean 'fetch'? Known: fetch, verify, info."] },
        { "run", ["'run' takes one recipe or more, or --all. Known: breaks, widths."] },
        { "run --all widths", ["--all means every recipe: leave the names out, or --all."] },
        { "run widht", ["There is no recipe 'widht'. Did you mean 'widths'? Known: breaks, widths."] },
        { "show", ["'show' takes one recipe, but got none. Known: breaks, widths."] },
        { "table widths breaks", ["'table' takes one recipe, but got widths, breaks. Known: breaks, widths."] },
        { "plot", ["'plot' takes one recipe or more. Known: breaks, widths."] },
        { "run widths --seeds 0", ["Seeds are a count from 1 to 1000 (5), a range (0..4) or a list (0,3,7), but got '0'."] },
        { "run widths --seeds 4..1", ["Seeds are a count from 1 to 1000 (5), a range (0..4) or a list (0,3,7), but got '4..1'."] },
        { "run widths --seeds some", ["Seeds are a count from 1 to 1000 (5), a range (0..4) or a list (0,3,7), but got 'some'."] },
        { "run widths --epochs many", ["--epochs takes a whole number, but got 'many'."] },
        { "run widths --epochs 0", ["epochs must be at least 1, but is 0."] },
        { "run widths --set epochs", ["--set takes KEY=VALUE, such as epochs=3, but got 'epochs'."] },
        { "run widths --set batch-size=ten", ["The setting 'batch-size' takes a whole number, at least 1, but got 'ten'."] },
        { "run widths --set learning-rate=-1", ["optimizer.learning-rate must be above 0, but is -1."] },
        { "run widths --variants '9 units'", ["widths has no variant '9 units'. Known: 4 units, one layer, 8 units, one layer."] },
        { "run widths --variants '4 units, one later'", ["widths has no variant '4 units'. Known: 4 units, one layer, 8 units, one layer.", "widths has no variant 'one later'. Known: 4 units, one layer, 8 units, one layer."] },
        { "run widths --jobs 0", ["--jobs takes a number from 1 to 1024, but got '0'."] },
        { "run widths --dataset mnits", ["There is no data set 'mnits'. Did you mean 'mnist'? Known: auto, mnist, synthetic, or a folder with four IDX files."] },
        { "run widths --format pgn", ["There is no image format 'pgn'. Did you mean 'png'? Known: png, svg."] },
        { "run widths --dataset digits --set split=halves", ["The split \"halves\" is not understood; write default, or three ratios such as 60/20/20, and :N after it for the first N training images."] },
        { "run widths --dataset digits --set training-images=1000", ["1,000 training images are wanted, but this split of digits has 240: ask for at most that many."] },
        { "run widths breaks --seeds x --set batch-size=0 --jobs 1e3", ["--jobs takes a number from 1 to 1024, but got '1e3'.", "Seeds are a count from 1 to 1000 (5), a range (0..4) or a list (0,3,7), but got 'x'."] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_told_in_a_line_of_its_own_and_nothing_is_started(string words, string[] lines)
    {
        var call = workplace.Call(words);

        Assert.Equal(lines.Select(line => "experiments: " + line), call.ErrorLines);
        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Out);
        Assert.Empty(workplace.Files);
    }

    [Theory]
    [InlineData("run widths --epoch 3", "There is no option '--epoch' of 'run'. Did you mean '--epochs'?")]
    [InlineData("list --jsn", "There is no option '--jsn' of 'list'. Did you mean '--json'?")]
    [InlineData("plot widths --seed=3", "There is no option '--seed' of 'plot'. Did you mean '--seeds'?")]
    [InlineData("run widths --set batchsize=3", "There is no setting 'batchsize'. Did you mean 'batch-size'?")]
    [InlineData("run widths --set optimizer=adamw", "The setting 'optimizer' takes one of sgd, adam, rmsprop, adagrad, but got 'adamw'.")]
    [InlineData("run widths --epochs", "Required argument missing for option: '--epochs'.")]
    public void Names_that_are_almost_right_are_suggested(string words, string beginning)
    {
        var call = workplace.Call(words);

        Assert.StartsWith("experiments: " + beginning, Assert.Single(call.ErrorLines));
        Assert.Equal(2, call.ExitCode);
    }

    [Fact]
    public void A_folder_without_images_ends_with_5()
    {
        Directory.CreateDirectory(Path.Combine(workplace.Folder, "nothing"));

        var call = workplace.Call("run widths --dataset nothing");

        Assert.Equal(5, call.ExitCode);
        Assert.Contains("train-images-idx3-ubyte.gz", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public void A_folder_that_is_not_there_ends_with_5()
    {
        var call = workplace.Call("run widths --dataset no/such/folder");

        Assert.Equal(5, call.ExitCode);
        Assert.Contains("there is no such folder", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public void A_trace_is_shown_only_to_those_who_ask()
    {
        Assert.DoesNotContain("   at ", workplace.Call("run widht").Error);
        Assert.Contains("   at ", workplace.Call("run widht --verbose").Error);
    }

    public void Dispose() => workplace.Dispose();
}
