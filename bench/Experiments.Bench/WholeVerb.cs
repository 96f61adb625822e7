using System.CommandLine;
using Experiments.Charts;
using Experiments.CommandLine;
using ScottPlot;

namespace Experiments.Bench;

/// <summary><c>whole</c>: whole commands as users type them, with starting, reading, measuring, writing and drawing.</summary>
internal static class WholeVerb
{
    private const double Seconds = 5;

    public static Command Create()
    {
        var parts = new Option<string>("--parts") { HelpName = "A,B", Description = $"Just these: {string.Join("; ", WholeParts.All.Select(part => $"{part.Name}, {part.What}"))}" };
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "Alternations; 1 if not said, which takes about half an hour", DefaultValueFactory = _ => 1 };
        var common = new CommonOptions(Seconds);
        var command = new Command("whole", "Time whole commands beside the natural loop, their start, their memory") { parts, rounds };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var quick = parsed.GetValue(common.Quick);
            var (place, report) = (common.PlaceOf(parsed), new WholeReport());
            var chosen = Find(parsed.GetValue(parts));
            if (chosen.Any(part => part.NeedsPeers))
            {
                await place.CheckPythonAsync(cancellation);
            }

            BenchData.Open(place, cancellation);
            var whole = new WholeCommand(place, cancellation);
            await whole.RunAsync("list"); // builds the program, if need be, before anything is timed
            foreach (var part in chosen)
            {
                await part.RunAsync(whole, new(Math.Max(1, parsed.GetValue(rounds)), quick, [.. common.Shared(parsed, 5_000)]), report);
            }

            var code = report.Write(place, quick);
            if (report.Ratios.Count > 0)
            {
                Draw(report, place, quick);
            }

            return code;
        });
        return command;
    }

    private static List<WholePart> Find(string? names)
    {
        string[] wanted = names is null ? [.. WholeParts.All.Select(part => part.Name)] : names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        UsageException.ThrowIfAny(
            [.. wanted.Except(WholeParts.All.Select(part => part.Name)).Select(wrong => $"There is no part '{wrong}'. Known: {string.Join(", ", WholeParts.All.Select(part => part.Name))}.")]);
        return [.. WholeParts.All.Where(part => wanted.Contains(part.Name))];
    }

    private static void Draw(WholeReport report, Place place, bool quick)
    {
        ChartFont.Use();
        string[] series = ["natural loop, training alone", "natural loop with the recipe's measurements"];
        var names = report.Ratios.Select(ratio => ratio.Name).Distinct().ToList();
        var plot = Theme.Panel("");
        foreach (var (name, ratio, measured) in report.Ratios)
        {
            BenchFigure.AddSpread(plot, names.IndexOf(name) + (measured ? 0.1 : -0.1), ratio, measured ? 1 : 0);
        }

        plot.Add.HorizontalLine(1, 1.5f, Theme.Quiet);
        Theme.Categories(plot, [.. names.Select((_, at) => (double)at)], names);
        Theme.Label(plot, "", "times the whole command");
        plot.Axes.SetLimits(-0.6, names.Count - 0.4, 0, Math.Max(1, report.Ratios.Max(ratio => ratio.Ratio.Greatest)) * 1.08);
        BenchFigure.Save(
            new(
                "How many times a whole command's time does the natural PyTorch loop take?",
                "Commands train 5 seeds at a time with two workers. Starting, reading, writing and drawing count for them, and not for the loop.",
                [plot],
                1,
                [.. series.Select((label, index) => new LegendItem { LabelText = label, MarkerShape = MarkerShape.FilledCircle, MarkerSize = 9, MarkerColor = Theme.SeriesColor(index) })],
                BenchFigure.Footer(),
                quick ? BenchFigure.QuickWarning : null)
            { RowHeight = 430 },
            place,
            "whole");
    }
}
