using Experiments.CommandLine.Output;

namespace Experiments.Bench;

/// <summary>What <c>whole</c> finds out, row by row, and the targets among it.</summary>
internal sealed class WholeReport
{
    private readonly List<(string Part, string What, double Value, string Unit)> rows = [];
    private readonly List<Target> targets = [];

    /// <summary>Adds a row.</summary>
    public void Add(string part, string what, double value, string unit)
    {
        rows.Add((part, what, value, unit));
        Console.Error.WriteLine($"{part}: {what}: {Spread.Text(value)} {unit}");
    }

    /// <summary>Adds a row that has a bound.</summary>
    public void Add(string part, Target target)
    {
        Add(part, target.What, target.Value, target.Unit);
        targets.Add(target);
    }

    /// <summary>Writes everything to standard output and a table on disk.</summary>
    /// <returns>The exit code.</returns>
    public int Write(Place place, bool quick)
    {
        var (text, csv) =
            (new TextTable("part", "what", "measured") { IsText = true }, new CsvTable(place, "whole", "part", "what", "value", "unit"));
        foreach (var (part, what, value, unit) in rows)
        {
            text.Add(part, what, $"{Spread.Text(value)} {unit}");
            csv.Add(part, what, value, unit);
        }

        text.Write(Console.Out, color: false);
        csv.Save();
        return Target.Write(Console.Out, targets, quick);
    }
}
