using System.CommandLine;
using System.Globalization;
using Experiments.Charts;
using Experiments.CommandLine;
using ScottPlot;

namespace Experiments.Bench;

/// <summary><c>scaling</c>: how a step's cost grows with seeds, depth, width, batch size and workers.</summary>
internal static class ScalingVerb
{
    private const double Seconds = 1;
    private const int Rounds = 3;
    private const int Columns = 3;

    public static Command Create()
    {
        var rounds = new Option<int?>("--rounds") { HelpName = "N", Description = $"Alternations; {Rounds} if not said" };
        var common = new CommonOptions(Seconds);
        var command = new Command("scaling", "Time this engine over seeds, depth, width, batch size and workers") { rounds };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (place, quick) = (common.PlaceOf(parsed), parsed.GetValue(common.Quick));
            BenchData.Open(place, cancellation);
            var points = await TimeAsync(place, Math.Max(1, parsed.GetValue(rounds) ?? (quick ? 1 : Rounds)), [.. common.Shared(parsed, 5_000)], cancellation);
            Write(points, place);
            Draw(points, place, quick);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<List<SweepPoint>> TimeAsync(Place place, int rounds, IReadOnlyList<string> options, CancellationToken cancellation)
    {
        var points = (from sweep in Sweep.All
                      from setting in sweep.Settings
                      from value in sweep.Values
                      select (Point: new SweepPoint(sweep, setting, value, []), Timings: new List<LoopTiming>())).ToList();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (point, timings) in points)
            {
                string[] arguments = [.. options, "--setting", point.Setting, point.Sweep.Option, point.Value.ToString(CultureInfo.InvariantCulture)];
                var outcome = await Child.RunAsync([.. Child.Pin(point.Sweep.NeedsCores ? null : Cores.Allowed()[^1]), .. Child.Self, "engine", .. arguments], cancellation);
                timings.Add(LoopTiming.Read(outcome.Output));
                Console.Error.WriteLine($"{round} of {rounds}, {point.Setting}, {point.Sweep.Name} {point.Value}: {Spread.Text(timings[^1].UsPerStep)} µs a step");
            }
        }

        return [.. points.Select(one => one.Point with { Timings = one.Timings })];
    }

    private static void Write(List<SweepPoint> points, Place place)
    {
        var text = new TextTable("varied", "value", "setting", "µs a step", "per replica-step");
        var csv = new CsvTable(place, "scaling", "varied", "value", "setting", "replicas", "workers", "us_per_step", "us_per_step_least", "us_per_step_greatest", "us_per_replica_step");
        foreach (var point in points)
        {
            text.Add(point.Sweep.Name, $"{point.Value}", point.Setting, point.Step.ToString(), Spread.Text(point.ReplicaStep.Median));
            csv.Add(
                point.Sweep.Name, point.Value, point.Setting, point.Timings[0].Replicas, point.Timings[0].Threads, point.Step.Median, point.Step.Least, point.Step.Greatest, point.ReplicaStep.Median);
        }

        text.Write(Console.Out, color: false);
        Console.Out.WriteLine();
        foreach (var series in Series(points).Where(series => series.Count > 2))
        {
            Console.Out.WriteLine($"{series[0].Setting}, {series[0].Sweep.Name}: {StraightCost.Of(series)}");
        }

        csv.Save();
    }

    private static List<List<SweepPoint>> Series(List<SweepPoint> points) => [.. points.GroupBy(point => (point.Sweep, point.Setting)).Select(series => series.ToList())];

    private static void Draw(List<SweepPoint> points, Place place, bool quick)
    {
        ChartFont.Use();
        var (low, high) = (points.Min(point => Math.Log10(point.ReplicaStep.Least)), points.Max(point => Math.Log10(point.ReplicaStep.Greatest)));
        var panels = Sweep.All.Select(sweep => Panel(sweep, points, low - 0.1, high + 0.1)).ToList();
        string[] labels = ["1 hidden layer", "3 hidden layers", "as many as the axis says"];
        BenchFigure.Save(
            new(
                "How does the cost of a step grow?",
                "Time of a step for each network. What is not varied is as in the recipe 'depth': 5 seeds, 30 units a layer, batches of 10, one worker. "
                    + "Bars reach from the least to the greatest alternation.",
                panels,
                Columns,
                [.. labels.Select((label, index) => Lines.LegendItem(label, index))],
                BenchFigure.Footer(),
                quick ? BenchFigure.QuickWarning : null)
            { RowHeight = 300 },
            place,
            "scaling");
    }

    private static Plot Panel(Sweep sweep, List<SweepPoint> points, double low, double high)
    {
        var plot = Theme.Panel("");
        foreach (var series in Series([.. points.Where(point => point.Sweep == sweep)]))
        {
            var index = sweep.VariesDepth ? 2 : series[0].Setting == "A1" ? 0 : 1;
            var line = plot.Add.ScatterLine(series.Select(point => new Coordinates(Math.Log10(point.Value), Math.Log10(point.ReplicaStep.Median))).ToArray(), Theme.SeriesColor(index));
            line.LineWidth = 2;
            foreach (var point in series)
            {
                BenchFigure.AddSpread(
                    plot, Math.Log10(point.Value), new(Math.Log10(point.ReplicaStep.Median), Math.Log10(point.ReplicaStep.Least), Math.Log10(point.ReplicaStep.Greatest)), index);
            }
        }

        Theme.LogLeft(plot, low, high);
        Theme.Categories(plot, [.. sweep.Values.Select(value => Math.Log10(value))], [.. sweep.Values.Select(value => $"{value}")]);
        Theme.Label(plot, sweep.Name, "µs a step for each network");
        var room = Math.Max(0.1, 0.08 * Math.Log10((double)sweep.Values[^1] / sweep.Values[0]));
        plot.Axes.SetLimits(Math.Log10(sweep.Values[0]) - room, Math.Log10(sweep.Values[^1]) + room, low, high);
        return plot;
    }
}
