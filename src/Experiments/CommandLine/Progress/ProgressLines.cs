namespace Experiments.CommandLine.Progress;

/// <summary>
/// Progress as plain lines, for logs: one for each cell at its end. A cell that takes longer than ten seconds also gets a line then, and
/// after about every further tenth of its time.
/// </summary>
internal sealed class ProgressLines(Plan plan, TextWriter output) : RunProgress(plan, output.WriteLine)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(0.1);

    /// <summary>Time that a cell takes at least before it gets a line, and between two of its lines.</summary>
    public TimeSpan Patience { private get; init; } = TimeSpan.FromSeconds(10);

    protected override void OnAdvanced(CellProgress cell)
    {
        var tenth = cell.LastLine > TimeSpan.Zero && cell.Left is { } left ? (cell.Elapsed + left) / 10 : TimeSpan.Zero;
        if (cell.Epoch > 0 && cell.Epoch < cell.Epochs && cell.Elapsed - cell.LastLine >= (tenth > Patience ? tenth : Patience))
        {
            Show(
                $"{cell.Cell}: epoch {cell.Epoch}/{cell.Epochs}{Accuracy(cell)}, {NumberText.Time(cell.Elapsed)}, "
                    + $"about {NumberText.Time(cell.Left)} left");
            cell.LastLine = cell.Elapsed;
        }
    }

    protected override void OnEnded(CellProgress cell, bool failed)
    {
        var left = Ended < Cells && Left is { TotalSeconds: >= 1 } time ? $", about {NumberText.Time(time)} left" : "";
        var took = failed && cell.Elapsed < Noticeable ? "" : $" in {NumberText.Time(cell.Elapsed)}"; // it may not have been seen to start
        Show(
            $"{cell.Cell}: {(failed ? "FAILED" : "done")}{took}{Accuracy(cell)} "
                + $"({Ended:N0} of {Cells:N0}{left})");
    }

    protected override void OnQueueChanged() => Show(Queue);

    private static string Accuracy(CellProgress cell) =>
        cell.Diverged is { } epoch ? $", diverged at epoch {epoch}"
        : cell.Accuracy is null ? "" : $", validation accuracy {NumberText.Percent(cell.Accuracy)}";
}
