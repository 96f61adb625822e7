using Experiments.CommandLine.Output;
using Experiments.Results;
using Experiments.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Experiments.CommandLine.Progress;

/// <summary>Progress on a terminal: a row for each running cell and one for the whole run, drawn over itself ten times a second.</summary>
internal sealed class LiveProgress(Plan plan, TextWriter output, bool color) : RunProgress(plan)
{
    private const int LongestName = 28;
    private const int Numbers = 56; // columns of the longest numbers and times, and of the space between
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private const int MostNotes = 5;
    private readonly List<string> notes = []; // the last ones; only inside Gate
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(output),
    });

    /// <summary>Makes a cursor visible that a display cut short has hidden.</summary>
    public static void ShowCursor(TextWriter output) => output.Write("\e[?25h");

    public override void Follow(Action work)
    {
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        console.Live(Draw()).AutoClear(true).Start(display =>
        {
            while (Task.WaitAny([task], Frame) < 0)
            {
                display.UpdateTarget(Draw());
            }
        });
        task.GetAwaiter().GetResult();
    }

    // Notes are repeated at the end: what is drawn here is drawn over.
    protected override bool OnSaid(string line)
    {
        notes.Add(line);
        notes.RemoveRange(0, Math.Max(0, notes.Count - MostNotes));
        return false;
    }

    private Rows Draw()
    {
        lock (Gate)
        {
            var grid = new Grid().AddColumns([.. Enumerable.Range(0, 6).Select(column => new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) })]);
            var bar = Math.Clamp(console.Profile.Width - Running.Select(cell => Name(cell).Length).DefaultIfEmpty(0).Max() - Numbers, 4, 24);
            foreach (var cell in Running)
            {
                grid.AddRow(Row(Name(cell), Bar(cell.Fraction, bar), $"{cell.Epoch}/{cell.Epochs}", NumberText.Percent(cell.Accuracy), cell.Elapsed, cell.Left));
            }

            grid.AddRow(Row("all", Bar(Fraction, bar), $"{Ended:N0}/{NumberText.Count(Cells, "cell")}", "", Elapsed, Left));
            return new([grid, .. notes.Select(note => new Text(note))]);
        }
    }

    private static string Name(CellProgress cell) =>
        $"{cell.Cell}" is var name && name.Length <= LongestName ? name : $"{name[..(LongestName / 2)]}…{name[^(LongestName / 2 - 1)..]}";

    private static IRenderable[] Row(string name, Paragraph bar, string count, string accuracy, TimeSpan elapsed, TimeSpan? left) =>
    [
        new Text(name),
        bar,
        new Text(count),
        new Text(accuracy),
        new Text(NumberText.Time(elapsed)),
        new Text($"{NumberText.Time(left)} left"),
    ];

    private static Paragraph Bar(double fraction, int width)
    {
        var filled = (int)(fraction * width);
        return new Paragraph(new string('━', filled), new Style(Color.Green)).Append(new string('─', width - filled), new Style(Color.Grey));
    }
}
