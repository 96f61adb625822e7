using System.Text.Json.Nodes;
using Experiments.Charts;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Reports;

/// <summary>An axis of a panel as plotly has it. Where positions are base-10 logarithms the values themselves are plotly's.</summary>
internal sealed class PlotlyAxis
{
    private const double LeastRatioForLog = 30; // below it, a log axis shows little that a linear one does not
    private const double NarrowDecades = 1.3; // where powers of ten alone are too few labels
    private const float UsualSize = 12;

    private readonly Plot panel;
    private readonly IAxis axis;
    private readonly ITickGenerator ticks;

    public PlotlyAxis(Plot panel, IAxis axis)
    {
        (this.panel, this.axis, ticks) = (panel, axis, axis.TickGenerator);
        var limits = panel.Axes.GetLimits();
        (Low, High) = axis is IYAxis ? (limits.Bottom, limits.Top) : (limits.Left, limits.Right);
    }

    /// <summary>Whether positions are logarithms.</summary>
    public bool IsLog => ticks is LogTicks;

    /// <summary>What stands at the axis.</summary>
    public string Title => axis.Label.Text;

    /// <summary>The first position shown.</summary>
    public double Low { get; }

    /// <summary>The last position shown.</summary>
    public double High { get; }

    /// <summary>The value at a position; null where there is none that plotly could draw.</summary>
    public double? Value(double position) => !double.IsFinite(position) ? null
        : Rounded(IsLog ? Math.Pow(10, position) : position);

    /// <summary>A position as people read it; null if plotly's number says it.</summary>
    public string? Text(double position) => ticks is LogTicks { Zero: { } zero } && position <= zero + 1e-9 ? "0"
        : ticks is NumericManual manual
            ? manual.Ticks.Where(tick => tick.IsMajor && Math.Abs(tick.Position - position) < 0.3 * Spacing(manual))
                .Select(tick => tick.Label).FirstOrDefault()
        : null;

    /// <summary>A position in words: <c>epoch: 3</c>, or the name that stands there.</summary>
    public string Said(double position)
    {
        if (IsMute || Value(position) is not { } value)
        {
            return "";
        }

        var text = Text(position)
            ?? (double.IsInteger(value) ? NumberText.Concise(value) : value.ToString("G2", CultureInfo.InvariantCulture));
        return Html.Text(HasNames ? text : $"{Title}: {text}");
    }

    /// <summary>Whether positions on it are no numbers that a reader should see, as nothing stands at it.</summary>
    public bool IsMute => ticks is NumericManual { Ticks.Length: 0 } or EmptyTickGenerator;

    /// <summary>Whether the axis has names rather than numbers.</summary>
    public bool HasNames => ticks is NumericManual manual
        && manual.Ticks.Any(tick => tick.IsMajor && !double.TryParse(tick.Label, NumberStyles.Any, CultureInfo.InvariantCulture, out _));

    /// <summary>The axis as plotly takes it; <c>other</c> is the scale to which a reader can switch it.</summary>
    /// <param name="traces">What is drawn against it.</param>
    public JsonObject ToJson(IReadOnlyList<PlotlyTrace> traces)
    {
        var isVertical = axis is IYAxis;
        var json = new JsonObject
        {
            ["title"] = Title, ["type"] = IsLog ? "log" : "linear", ["range"] = new JsonArray(Rounded(Low), Rounded(High)),
            ["showgrid"] = panel.Grid.IsVisible && (isVertical ? panel.Grid.YAxisStyle.IsVisible : panel.Grid.XAxisStyle.IsVisible),
        };
        if (axis.FrameLineStyle.Width == 0)
        {
            json["showline"] = false;
            json["ticks"] = "";
        }

        if (axis.TickLabelStyle.FontSize != UsualSize)
        {
            json["tickfont"] = new JsonObject { ["size"] = axis.TickLabelStyle.FontSize };
        }

        if (!axis.IsVisible || ticks is EmptyTickGenerator)
        {
            json["showticklabels"] = false;
            json["ticks"] = "";
        }
        else if (ticks is NumericManual or LogTicks { Zero: not null } || (IsLog && High - Low <= NarrowDecades))
        {
            var major = ticks.Ticks.Where(tick => tick.IsMajor && Value(tick.Position) is not null).ToList();
            json["tickvals"] = new JsonArray([.. major.Select(tick => JsonValue.Create(Value(tick.Position)))]);
            json["ticktext"] = new JsonArray([.. major.Select(tick => JsonValue.Create(Html.Lines(tick.Label)))]);
        }
        else if (IsLog)
        {
            json["dtick"] = 1;
        }
        else if (ticks is NumericAutomatic { IntegerTicksOnly: true })
        {
            json["whole"] = true;
        }

        if (IsLog)
        {
            json["other"] = "linear";
        }
        else if (ticks is not NumericManual && !(json.ContainsKey("whole") && !isVertical) && CanBeLogarithmic(traces, isVertical))
        {
            json["other"] = "log";
        }

        return json;
    }

    // Positive throughout, and over more than a power of ten.
    private static bool CanBeLogarithmic(IReadOnlyList<PlotlyTrace> traces, bool isVertical)
    {
        var values = traces.Where(trace => trace.CanBeLogarithmic).SelectMany(trace => isVertical ? trace.Ys : trace.Xs).ToList();
        return values.Count > 0 && traces.All(trace => trace.CanBeLogarithmic) && values.Min() > 0
            && values.Max() >= LeastRatioForLog * values.Min();
    }

    private static double Spacing(NumericManual manual)
    {
        var positions = manual.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Position).Order().ToList();
        return positions.Zip(positions.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
    }

    // Five digits are more than a screen shows, and the page stays small.
    private static double Rounded(double value) => double.IsFinite(value)
        ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
