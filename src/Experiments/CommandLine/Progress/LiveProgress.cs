using Experiments.CommandLine.Output;
using Spectre.Console;

namespace Experiments.CommandLine.Progress;

/// <summary>Progress on a terminal: a bar for each running cell and one for the whole run. Lines stay above the bars.</summary>
internal sealed class LiveProgress(Plan plan, IAnsiConsole console) : RunProgress(plan, console.WriteLine)
{
    private readonly Dictionary<CellProgress, ProgressTask> bars = [];
    private ProgressContext? display;
    private ProgressTask? whole;

    /// <summary>Progress on a stream that is a terminal.</summary>
    public LiveProgress(Plan plan, TextWriter output, bool color)
        : this(plan, Ansi.Console(output, color))
    {
    }

    /// <summary>Makes a cursor visible that a display cut short has hidden.</summary>
    public static void ShowCursor(TextWriter output) => output.Write("\e[?25h");

    public override void Follow(Action work) => new Spectre.Console.Progress(console) { AutoClear = true }
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = 24 },
            new ElapsedTimeColumn(),
            new RemainingTimeColumn())
        .Start(context =>
        {
            (display, whole) = (context, context.AddTask("all", maxValue: Cells));
            work();
        });

    protected override void OnChanged()
    {
        if (display is null || whole is null)
        {
            return;
        }

        // As many as the terminal has lines for: more would scroll, and stay.
        var shown = Running.Take(Math.Max(1, console.Profile.Height - 2)).ToList();
        foreach (var ended in bars.Keys.Except(shown).ToList())
        {
            display.RemoveTask(bars[ended]);
            bars.Remove(ended);
        }

        foreach (var cell in shown)
        {
            var accuracy = cell.Accuracy is null ? "" : $"  {NumberText.Percent(cell.Accuracy)}";
            var text = Markup.Escape($"{cell.Cell}  {cell.Epoch}/{cell.Epochs}{accuracy}");
            if (!bars.TryGetValue(cell, out var bar))
            {
                bars[cell] = bar = display.AddTaskBefore(text, whole, maxValue: cell.Epochs);
            }

            (bar.Description, bar.Value) = (text, cell.Epoch);
        }

        (whole.Description, whole.Value) =
            ($"all  {Ended:N0}/{NumberText.Count(Cells, "cell")}{(Queue.Length > 0 ? $", {Queue}" : "")}", Done);
    }
}
