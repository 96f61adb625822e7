using System.Text.Json.Nodes;
using Experiments.Charts;
using ScottPlot;
using Figure = Experiments.Charts.Figure;

namespace Experiments.Reports;

/// <summary>
/// The interactive twin of a figure that ScottPlot has drawn: its panels as plotly's axes and traces, which the page's script puts side by
/// side or one below the other. No kind of chart knows of it.
/// </summary>
internal static class PlotlyFigure
{
    /// <summary>Translates a figure.</summary>
    /// <param name="drawn">The figure, drawn: its panels know their limits and ticks.</param>
    /// <exception cref="NotSupportedException">A panel has something on it that is not translated.</exception>
    public static JsonObject Of(DrawnFigure drawn)
    {
        var figure = drawn.Figure;
        JsonObject[] panels = [.. figure.Panels.Select((panel, at) => Panel(panel, figure, figure.HeightOf(at / figure.Columns)))];
        return new()
        {
            ["columns"] = figure.Columns,
            ["leftAxis"] = figure.LeftAxis,
            ["panels"] = new JsonArray(panels),
            ["dark"] = PlotlyColor.DarkTwins(panels),
        };
    }

    private static JsonObject Panel(Plot panel, Figure figure, float height)
    {
        var (x, y) = (new PlotlyAxis(panel, panel.Axes.Bottom), new PlotlyAxis(panel, panel.Axes.Left));
        var traces = PlotlyTraces.Of(panel, x, y, figure);
        return new()
        {
            ["height"] = height,
            ["title"] = panel.Axes.Title.Label.Text,
            ["x"] = x.ToJson(traces),
            ["y"] = y.ToJson(traces),
            ["traces"] = new JsonArray([.. traces.Select(trace => trace.ToJson(x, y))]),
        };
    }
}
