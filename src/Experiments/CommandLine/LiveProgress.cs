using Experiments.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Experiments.CommandLine;

/// <summary>Progress on a terminal: a row per running cohort and one for the whole run, drawn over itself ten times a second.</summary>
internal sealed class LiveProgress(Plan plan, TextWriter output, bool color) : RunProgress(plan)
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, string> said = []; // the last about each variant; only inside Gate
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

    // Kept for the end, too: what is drawn here is drawn over.
    protected override bool OnSaid(Cohort cohort, string text)
    {
        said[cohort.Variant.Name] = text;
        return false;
    }

    protected override void OnStarted(CohortProgress cohort) => said.Remove(cohort.Variant);

    private Rows Draw()
    {
        lock (Gate)
        {
            var grid = new Grid().AddColumns([.. Enumerable.Range(0, 6).Select(column => new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) })]);
            foreach (var cohort in Running)
            {
                grid.AddRow(Row(cohort.Variant, cohort.Fraction, $"{cohort.Epoch}/{cohort.Epochs}", Formats.Percent(cohort.Accuracy), cohort.Elapsed, cohort.Left));
            }

            grid.AddRow(Row("all", Fraction, $"{Ended}/{Cohorts} variants", "", Elapsed, Left));
            return new([grid, .. said.Select(one => new Text($"{one.Key}  {one.Value}"))]);
        }
    }

    private static IRenderable[] Row(string name, double fraction, string count, string accuracy, TimeSpan elapsed, TimeSpan? left) =>
    [
        new Text(name),
        Bar(fraction),
        new Text(count),
        new Text(accuracy),
        new Text(Formats.Time(elapsed)),
        new Text($"{Formats.Time(left)} left"),
    ];

    private static Paragraph Bar(double fraction)
    {
        var filled = (int)(fraction * BarWidth);
        return new Paragraph(new string('━', filled), new Style(Color.Green)).Append(new string('─', BarWidth - filled), new Style(Color.Grey));
    }
}
