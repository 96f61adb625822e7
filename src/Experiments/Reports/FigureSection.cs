using System.Text.Json.Nodes;
using Experiments.Charts;
using ScottPlot;

namespace Experiments.Reports;

/// <summary>
/// A chart in the page: its title and caption, the interactive figure with its controls and, for readers without scripts, the picture.
/// </summary>
internal static class FigureSection
{
    private static readonly System.Text.Json.JsonSerializerOptions Compact = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a chart; one that cannot be drawn, or that the results have nothing for, is said or left out.</summary>
    /// <param name="output">The page.</param>
    /// <param name="report">The recipe's report.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="failed">Gets what goes wrong.</param>
    public static void Write(TextWriter output, RecipeReport report, Chart chart, Action<string, Exception> failed)
    {
        DrawnFigure? drawn;
        try
        {
            drawn = chart.DrawForPage(report.Results);
        }
        catch (Exception problem)
        {
            failed($"The chart '{chart.Name}' of {report.Name} cannot be drawn.", problem);
            return;
        }

        if (drawn is not null)
        {
            Write(output, report, chart, drawn, failed);
        }
    }

    private static void Write(
        TextWriter output, RecipeReport report, Chart chart, DrawnFigure drawn, Action<string, Exception> failed)
    {
        var id = Html.Id(report.Name, chart.Name);
        var picture = PlainSvg.Of(drawn.Svg, id, $"{chart.Title} {drawn.Figure.Caption}");
        output.WriteLine($"<figure id=\"{id}\" aria-labelledby=\"{id}-title\">");
        output.WriteLine($"<figcaption><h4 id=\"{id}-title\">{Html.Text(chart.Title)}</h4>");
        output.WriteLine($"<p id=\"{id}-caption\">{Html.Text(drawn.Figure.Caption)}</p></figcaption>");
        if (TryTranslate(report, chart, drawn, failed) is { } twin)
        {
            WriteControls(output, id, chart.Title, drawn.Figure, twin);
            WriteScale(output, drawn.Figure.Scale);
            var rows = (drawn.Figure.Panels.Count + drawn.Figure.Columns - 1) / drawn.Figure.Columns;
            var height = Short(Enumerable.Range(0, rows).Sum(row => drawn.Figure.HeightOf(row)));
            output.WriteLine($"<div class=\"plot\" style=\"min-height:{height}px\"></div>");
            output.WriteLine($"<script type=\"application/json\">{Html.Json(twin.ToJsonString(Compact))}</script>");
            output.WriteLine($"<noscript>{picture}</noscript>");
        }
        else
        {
            output.WriteLine(picture);
        }

        var warning = drawn.Warning.Length > 0 ? $" <strong>{Html.Text(drawn.Warning)}</strong>" : "";
        output.WriteLine($"<p class=\"basis\">{Html.Text(drawn.Footer)}{warning}</p>");
        output.WriteLine("</figure>");
    }

    // A chart that cannot be translated costs its interactivity alone.
    private static JsonObject? TryTranslate(RecipeReport report, Chart chart, DrawnFigure drawn, Action<string, Exception> failed)
    {
        try
        {
            return PlotlyFigure.Of(drawn);
        }
        catch (NotSupportedException problem)
        {
            failed($"The chart '{chart.Name}' of {report.Name} is not interactive.", problem);
            return null;
        }
    }

    // The legend's items, and what the script offers beside them: buttons, so that keyboards reach them.
    private static void WriteControls(TextWriter output, string id, string title, Figure figure, JsonObject twin)
    {
        var panels = twin["panels"]!.AsArray().Select(panel => panel!.AsObject()).ToList();
        var traces = panels.SelectMany(panel => panel["traces"]!.AsArray()).ToList();
        var items = traces.Select(trace => (int?)trace!["item"]).OfType<int>().ToHashSet();
        output.WriteLine($"<div class=\"controls\" role=\"group\" aria-label=\"{Html.Text($"Shown in “{title}”")}\">");
        foreach (var (index, item) in figure.Legend.Index())
        {
            var content = $"{Swatch(item)}<span>{Html.Text(item.LabelText)}</span>";
            output.WriteLine(items.Contains(index)
                ? $"<button type=\"button\" class=\"item\" aria-pressed=\"true\" data-item=\"{index}\">{content}</button>"
                : $"<span class=\"item\">{content}</span>");
        }

        output.Write("<span class=\"switches\">");
        foreach (var (role, label) in new[] { ("band", "Intervals"), ("seed", "Single seeds") })
        {
            if (traces.Exists(trace => (string?)trace!["role"] == role) && traces.Exists(trace => (string?)trace!["role"] != role))
            {
                output.Write($"<button type=\"button\" aria-pressed=\"true\" data-role=\"{role}\">{label}</button>");
            }
        }

        foreach (var axis in new[] { "y", "x" })
        {
            var own = panels.Select(panel => panel[axis]!).Where(part => part["other"] is not null).ToList();
            if (own.Count > 0)
            {
                var isLog = (string?)own[0]["type"] == "log";
                output.Write($"<button type=\"button\" aria-pressed=\"{(isLog ? "true" : "false")}\" data-log=\"{axis}\">"
                    + $"Log {(axis == "y" ? "scale" : "x axis")}</button>");
            }
        }

        var names = panels.Select(panel => (string?)panel["title"] ?? "").ToList();
        if (names.Count > 1 && names.TrueForAll(name => name.Length > 0))
        {
            var options = names.Select((name, at) => $"<option value=\"{at}\">{Html.Text(name)}</option>");
            output.Write($"<label>Panel <select data-panel id=\"{id}-panel\"><option value=\"\">all {names.Count}</option>"
                + $"{string.Concat(options)}</select></label>");
        }

        output.WriteLine("</span></div>");
    }

    // The colours of cells as a strip, with the numbers that they stand for.
    private static void WriteScale(TextWriter output, ColorScale? scale)
    {
        if (scale is null)
        {
            return;
        }

        var colors = Enumerable.Range(0, 13).Select(stop => scale.Colors.GetColor(stop / 12.0).ToHex());
        output.Write($"<div class=\"scale\"><span>{Html.Text(scale.Label)}</span>"
            + $"<div><div class=\"strip\" style=\"background:linear-gradient(to right,{string.Join(',', colors)})\"></div>");
        foreach (var (position, label) in scale.Ticks)
        {
            output.Write($"<span class=\"tick\" style=\"left:{Short(100 * scale.ShareOf(position))}%\">{Html.Text(label)}</span>");
        }

        output.WriteLine("</div></div>");
    }

    private static string Swatch(LegendItem item)
    {
        var color = PlotlyTraces.ColorsOf(item).FirstOrDefault(Theme.Ink);
        var dark = PlotlyColor.OnDark(color);
        var line = item.LineWidth > 0 && item.LineColor.A > 0
            ? $"<path d=\"M1 7h24\" stroke-width=\"{item.LineWidth.ToString(CultureInfo.InvariantCulture)}\"/>" : "";
        var marker = item.MarkerShape == MarkerShape.None || item.MarkerSize <= 0 ? "" : Marker(item.MarkerShape);
        var box = line.Length == 0 && marker.Length == 0 ? "<path class=\"full\" d=\"M5 2h16v10H5z\"/>" : "";
        return $"<svg width=\"26\" height=\"14\" aria-hidden=\"true\" style=\"--light:{color.ToHex()[..7]};--dark:{dark.ToHex()[..7]};"
            + $"opacity:{(color.A / 255.0).ToString("0.##", CultureInfo.InvariantCulture)}\">{line}{marker}{box}</svg>";
    }

    private static string Marker(MarkerShape shape)
    {
        var name = shape.ToString();
        var kind = name.StartsWith("Filled", StringComparison.Ordinal) ? "full" : "open";
        var path = name.EndsWith("Square", StringComparison.Ordinal) ? "M9 3h8v8H9z"
            : name.EndsWith("TriangleUp", StringComparison.Ordinal) ? "M13 2l5 9H8z"
            : name.EndsWith("TriangleDown", StringComparison.Ordinal) ? "M13 12l5-9H8z"
            : name.EndsWith("Diamond", StringComparison.Ordinal) ? "M13 2l5 5-5 5-5-5z"
            : shape is MarkerShape.Eks ? "M9 3l8 8m0-8l-8 8"
            : shape is MarkerShape.Cross ? "M13 2v10M8 7h10"
            : shape is MarkerShape.VerticalBar ? "M13 2v10"
            : "M13 3a4 4 0 1 0 .01 0z";
        return $"<path class=\"{kind}\" d=\"{path}\"/>";
    }

    private static string Short(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
