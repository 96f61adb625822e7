using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.Tests.CommandLine;

public sealed class ProgressLinesTests : IDisposable
{
    private static readonly Plan Plan = Plan.Make(
        new("study", [new("3 hidden", Widths.Network(4), new() { Epochs = 100 })], [0, 1]), "0",
        new ResultStore(Path.Combine(Path.GetTempPath(), "no such folder")));

    private readonly StringWriter output = new() { NewLine = "\n" };

    private string[] Lines => output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_short_cell_gets_a_line_at_its_end_alone()
    {
        Follow(new ProgressLines(Plan, output), epochs: 100);

        Assert.Matches(
            @"^3 hidden, seed 0: done in \d+\.\d s, validation accuracy 96\.6 % \(1 of 2(, about .* left)?\)$", Assert.Single(Lines));
    }

    [Fact]
    public void A_cell_that_takes_long_also_gets_lines_with_its_epoch_and_the_time_left()
    {
        Follow(new ProgressLines(Plan, output) { Patience = TimeSpan.Zero }, epochs: 1);

        Assert.Matches(@"^3 hidden, seed 0: epoch 1/100, validation accuracy 96\.6 %, \d+\.\d s, about \d+\.\d s left$", Lines[0]);
        Assert.Equal(2, Lines.Length);
    }

    [Fact]
    public void The_accuracy_of_before_training_is_not_shown_as_that_of_an_epoch()
    {
        Follow(new ProgressLines(Plan, output) { Patience = TimeSpan.Zero }, epochs: 2, measuredAt: [0]);

        Assert.Equal(2, Lines.Length);
        Assert.All(Lines, line => Assert.DoesNotContain("accuracy", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Between_two_measurements_the_last_accuracy_stays()
    {
        Follow(new ProgressLines(Plan, output) { Patience = TimeSpan.Zero }, epochs: 2, measuredAt: [0, 1]);

        Assert.Equal(2, Lines.Length);
        Assert.All(Lines, line => Assert.Contains("validation accuracy 96.6 %", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_of_other_commands_and_failures_count_as_ended()
    {
        var progress = new ProgressLines(Plan, output);
        progress.Report(new RunEvent.FoundDone(Plan.Cells[0]));
        progress.Report(new RunFailure(Plan.Variants[0], 1, new InvalidOperationException()));

        Assert.Equal("3 hidden, seed 0: done by another command (1 of 2)", Lines[0]);
        Assert.Equal("3 hidden, seed 1: FAILED (2 of 2)", Lines[1]);
    }

    private static void Follow(ProgressLines progress, int epochs, params IReadOnlyList<int> measuredAt)
    {
        progress.Report(new RunEvent.Started(Plan.Cells[0]));
        for (var epoch = 0; epoch <= epochs; epoch++)
        {
            progress.Report(new RunEvent.Advanced(Plan.Cells[0], epoch, measuredAt is [] || measuredAt.Contains(epoch) ? 0.966 : null));
        }

        progress.Report(new RunEvent.Finished(Plan.Cells[0], TimeSpan.Zero, Diverged: null));
    }
}
