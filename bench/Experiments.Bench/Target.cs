using Experiments.CommandLine;
using Experiments.CommandLine.Output;

namespace Experiments.Bench;

/// <summary>Something that this project wants to be true of its speed, beside what was measured.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Bound">The bound.</param>
/// <param name="AtLeast">Whether it is to be at least the bound, rather than at most.</param>
/// <param name="Unit">The unit of both, such as × or s.</param>
internal sealed record Target(string What, double Value, double Bound, bool AtLeast, string Unit)
{
    private static readonly List<Target> All = [];

    /// <summary>All targets that were written.</summary>
    public static IReadOnlyList<Target> Written => All;

    /// <summary>Whether it is met.</summary>
    public bool IsMet => AtLeast ? Value >= Bound : Value <= Bound;

    /// <summary>Writes the targets as a table.</summary>
    /// <returns>The exit code: 4 if one is missed, unless this was a quick run.</returns>
    public static int Write(TextWriter output, IReadOnlyList<Target> targets, bool quick)
    {
        if (targets.Count == 0)
        {
            return ExitCode.Done;
        }

        All.AddRange(targets.Except(All));
        var table = new TextTable("target", "bound", "measured", "verdict") { IsText = true };
        foreach (var target in targets)
        {
            table.Add(
                target.What, $"{(target.AtLeast ? "≥" : "≤")} {Number(target.Bound)} {target.Unit}",
                $"{Spread.Text(target.Value)} {target.Unit}", target.Verdict);
        }

        output.WriteLine();
        table.Write(output, color: false);
        output.WriteLine();
        var missed = targets.Count(target => !target.IsMet);
        output.WriteLine($"{targets.Count - missed} of {targets.Count} targets met{(quick ? "; a quick run decides nothing" : "")}");
        return missed > 0 && !quick ? ExitCode.ClaimRefuted : ExitCode.Done;
    }

    private string Verdict => FormattableString.Invariant($"{(IsMet ? "met" : "MISSED")} by {100 * Math.Abs((Value / Bound) - 1):0} %");

    private static string Number(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
