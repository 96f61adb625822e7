using Experiments.Charts;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Tests.Running;
using Experiments.Training;

namespace Experiments.Tests.CommandLine;

/// <summary>What is said, kept and done when something goes wrong in the middle of a run.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Fact]
    public void A_cell_that_cannot_be_written_fails_with_its_path_and_the_others_go_on()
    {
        workplace.Do("run widths --dataset digits --quiet --seeds 1");
        var folder = Path.Combine(workplace.Folder, Path.GetDirectoryName(workplace.Cells[0])!);
        Directory.CreateDirectory(Path.Combine(folder, "seed-1.csv", "in the way"));

        var call = workplace.Call("run widths --dataset digits --seeds 3");

        Assert.Equal(3, call.ExitCode);
        Assert.Contains(
            $"experiments: widths, 4 units, one layer: 1 cell failed: {Path.Combine(folder, "seed-1.csv")} cannot be written: ",
            call.Error);
        Assert.EndsWith(
            "To try again: ./experiments run widths --seeds 3 --variants 4-units-one-layer --dataset digits",
            call.ErrorLines[^1].Replace(@".\", "./"));
        Assert.Equal(5, workplace.Cells.Count(cell => !cell.Contains("in the way", StringComparison.Ordinal)));

        Directory.Delete(Path.Combine(folder, "seed-1.csv"), recursive: true);
        Assert.StartsWith(
            $"widths on {Workplace.Digits}: 1 of 6 cells to do, 5 already there",
            workplace.Do("run widths --dataset digits --seeds 3").Error);
        Assert.DoesNotContain(workplace.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_little_memory_is_said_in_words_with_what_to_do()
    {
        var call = Run(new InsufficientMemoryException());

        Assert.Equal(3, call.ExitCode);
        Assert.Contains(
            "failing, hungry: 1 cell failed: there is not enough memory; fewer cells at once (--jobs 1) take less. To try again: ",
            call.ErrorLines[^1]);
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_refused()
    {
        var call = workplace.Call("run widths --dataset digits --set batch-size=241");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            $"experiments: batch-size is 241, but there are only 240 training images in this split of {Workplace.Digits}: "
            + "ask for at most that many, "
            + "which is full-batch gradient descent.",
            Assert.Single(call.ErrorLines));
        workplace.Do("run widths --dataset digits --seeds 1 --epochs 1 --set batch-size=240");
    }

    [Fact]
    public void Charts_drawn_by_two_commands_at_once_do_not_spoil_each_other()
    {
        workplace.Do("run widths --dataset digits --quiet");

        Parallel.For(0, 2, _ => workplace.Do("plot widths --format svg"));

        Assert.EndsWith("</svg>\n", workplace.ChartText("widths", "accuracy.svg").TrimEnd() + "\n");
    }

    [Theory]
    [InlineData("run two-charts --dataset digits --quiet")]
    [InlineData("plot two-charts")]
    public void A_chart_that_throws_costs_itself_alone(string words)
    {
        workplace.Call(Workplace.Split("run two-charts --dataset digits --quiet"), [new TwoCharts()], new());

        var call = workplace.Call(Workplace.Split(words), [new TwoCharts()], new());

        Assert.Equal(1, call.ExitCode);
        Assert.Contains(workplace.Chart("two-charts", "accuracy.png"), call.OutLines);
        Assert.Equal(
            "experiments: The chart 'throwing' of two-charts cannot be drawn. InvalidOperationException: there is no axis.",
            Assert.Single(call.ErrorLines));
    }

    [Fact]
    public void Charts_that_cannot_be_listed_cost_neither_the_summary_nor_the_cells()
    {
        var call = workplace.Call(Workplace.Split("run two-charts --dataset digits --quiet"), [new TwoCharts(listed: false)], new());

        Assert.Equal(1, call.ExitCode);
        Assert.StartsWith("two-charts", call.OutLines[0], StringComparison.Ordinal);
        Assert.Equal(
            "experiments: The charts of two-charts cannot be listed. There is no variant 'other'. Known: only.", call.ErrorLines[0]);
        Assert.Single(workplace.Cells);
    }

    public void Dispose() => workplace.Dispose();

    private Call Run(Exception problem)
    {
        using var interrupt = new Interrupt();
        return workplace.Call(["run", "failing", "--dataset", "digits"], [new Failing(problem)], interrupt);
    }

    private sealed class Failing(Exception problem) : Recipe
    {
        public override string Question => "What if there is no memory?";

        public override Source Source => new("A. Author, A Book", "ch. 4");

        public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

        public override int Seeds => 1;

        public override IEnumerable<Variant> Variants(Settings settings) =>
            [new("hungry", Widths.Network(4), settings) { Probes = [new ActingProbe(() => throw problem)] }];

        public override IEnumerable<Chart> Charts(ResultTable results) => [];
    }

    private sealed class TwoCharts(bool listed = true) : Recipe
    {
        public override string Question => "What if a chart throws?";

        public override Source Source => new("A. Author, A Book", "ch. 5");

        public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

        public override int Seeds => 1;

        public override IEnumerable<Variant> Variants(Settings settings) => [new("only", Widths.Network(4), settings)];

        public override IEnumerable<Chart> Charts(ResultTable results) =>
            [new Throwing(), new LearningCurves("accuracy", listed ? "Does it help?" : $"{results["other"].LastEpoch.Values.Count}?")];
    }

    private sealed record Throwing() : Chart("throwing", "Does it throw?")
    {
        protected internal override Figure Draw(ResultTable results) => throw new InvalidOperationException("there is no axis.");
    }
}
