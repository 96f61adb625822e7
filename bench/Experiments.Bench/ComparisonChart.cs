using Experiments.Charts;
using ScottPlot;

namespace Experiments.Bench;

/// <summary>How many times the engine's time every other loop takes, setting by setting.</summary>
internal static class ComparisonChart
{
    private const double Step = 0.13; // between the markers of one setting

    /// <summary>Draws it as PNG and SVG.</summary>
    public static void Draw(IReadOnlyList<Comparison> comparisons, Place place, string name, bool quick)
    {
        ChartFont.Use();
        var loops = ComparedLoop.All.Where(loop => loop != ComparedLoop.Engine && comparisons.Any(comparison => comparison.Loops.Contains(loop))).ToList();
        var measured = comparisons.Any(comparison => comparison.Timings.Any(timing => timing.Timing.Measured));
        var rounds = comparisons.Max(comparison => comparison.Timings.Max(timing => timing.Round));
        BenchFigure.Save(
            new(
                "How many times the engine's time does every loop take?",
                "Time of a step for each network over that of this engine with 5 seeds; one thread and one core each, "
                    + $"{(measured ? "with the recipe's measurements after every epoch" : "training alone")}. Bars reach from the least to the greatest of {rounds} alternations.",
                [Panel(comparisons, loops)],
                1,
                [.. loops.Select((loop, index) => new LegendItem { LabelText = loop.Name, MarkerShape = MarkerShape.FilledCircle, MarkerSize = 9, MarkerColor = Theme.SeriesColor(index) })],
                BenchFigure.Footer(),
                quick ? BenchFigure.QuickWarning : null)
            { RowHeight = 430 },
            place,
            name);
    }

    private static Plot Panel(IReadOnlyList<Comparison> comparisons, List<ComparedLoop> loops)
    {
        var plot = Theme.Panel("");
        var highest = 1.0;
        for (var at = 0; at < comparisons.Count; at++)
        {
            for (var index = 0; index < loops.Count; index++)
            {
                if (comparisons[at].Ratio(loops[index], ComparedLoop.Engine) is { } ratio)
                {
                    var x = at + (Step * (index - ((loops.Count - 1) / 2.0)));
                    BenchFigure.AddSpread(plot, x, ratio, index);
                    highest = Math.Max(highest, ratio.Greatest);
                }
            }
        }

        plot.Add.HorizontalLine(1, 1.5f, Theme.Quiet);
        Theme.Categories(plot, [.. comparisons.Select((_, at) => (double)at)], [.. comparisons.Select(Name)]);
        Theme.Label(plot, "", "times the engine, per replica-step");
        plot.Axes.SetLimits(-0.6, comparisons.Count - 0.4, 0, highest * 1.08);
        return plot;
    }

    private static string Name(Comparison comparison) => $"{comparison.Setting.Id}: {comparison.Setting.Recipe.Name},\n{comparison.Setting.VariantName}";
}

/// <summary>What all figures of the bench share.</summary>
internal static class BenchFigure
{
    /// <summary>What stands at the bottom of a quick look.</summary>
    public const string QuickWarning = "QUICK LOOK: decides nothing";

    /// <summary>Which machine this was.</summary>
    public static string Footer() =>
        $"{CommandLine.Circumstances.ProcessorName()}, {Cores.Allowed().Count} {(Cores.Allowed().Count == 1 ? "core" : "cores")} · {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription} · {DateTime.UtcNow:yyyy-MM-dd}";

    /// <summary>Adds a marker at a median, with a bar from the least to the greatest.</summary>
    public static void AddSpread(Plot plot, double x, Spread spread, int series)
    {
        var color = Theme.SeriesColor(series);
        var bar = plot.Add.ScatterLine(new[] { new Coordinates(x, spread.Least), new Coordinates(x, spread.Greatest) }, color);
        bar.LineWidth = 2;
        Dots.Add(plot, [(x, spread.Median)], color, 9);
    }

    /// <summary>Writes a figure as PNG and SVG.</summary>
    public static void Save(Figure figure, Place place, string name)
    {
        Directory.CreateDirectory(place.Output);
        var path = Path.Combine(place.Output, name);
        using var picture = figure.Draw();
        picture.SavePng(path + ".png");
        picture.SaveSvg(path + ".svg");
        Console.Error.WriteLine($"bench: {path}.png, .svg");
    }
}
