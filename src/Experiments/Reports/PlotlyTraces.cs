using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ScottPlot;
using ScottPlot.Plottables;
using Figure = Experiments.Charts.Figure;

namespace Experiments.Reports;

/// <summary>What a panel shows as plotly's traces, from back to front.</summary>
internal sealed class PlotlyTraces
{
    private const int StopsOfAColormap = 17;
    private const float ThinLine = 1;
    private const float SmallMarker = 5;

    private static readonly LineStyle NoLine = new() { Width = 0 };

    private readonly PlotlyAxis x;
    private readonly PlotlyAxis y;
    private readonly IReadOnlyList<LegendItem> legend;
    private readonly bool sizesAreLogarithms;
    private readonly List<Rectangle> squares;

    private PlotlyTraces(Plot panel, PlotlyAxis x, PlotlyAxis y, Figure figure)
    {
        (this.x, this.y, legend, sizesAreLogarithms) = (x, y, figure.Legend, figure.Scale is not null);
        squares = [.. panel.GetPlottables<Rectangle>().Where(IsOpaque)];
    }

    /// <summary>Translates all plottables of a panel; those of one kind and look become one trace, with gaps between them.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="x">Its bottom axis.</param>
    /// <param name="y">Its left axis.</param>
    /// <param name="figure">The figure: its legend, and the scale of its cells, which are logarithms.</param>
    /// <exception cref="NotSupportedException">There is one that is not translated.</exception>
    public static IReadOnlyList<PlotlyTrace> Of(Plot panel, PlotlyAxis x, PlotlyAxis y, Figure figure)
    {
        var traces = new PlotlyTraces(panel, x, y, figure);
        return Merged(panel.GetPlottables().Where(plottable => plottable.IsVisible).SelectMany(traces.Of));
    }

    private IEnumerable<PlotlyTrace> Of(IPlottable plottable) => plottable switch
    {
        Scatter scatter => [Line(scatter)],
        LinePlot line => [Line([line.Start, line.End], line.LineStyle, line.MarkerStyle, line.LegendText)],
        Marker marker => [Line([marker.Location], NoLine, marker.MarkerStyle, marker.LegendText)],
        Markers markers => [Line([.. markers.Data.GetScatterPoints()], NoLine, markers.MarkerStyle, markers.LegendText)],
        FillY band => [Area(PolygonOf(band).Coordinates, band.FillColor, band.LegendText, TraceRole.Band)],
        Polygon polygon => [Area(polygon.Coordinates, polygon.FillColor, polygon.LegendText, TraceRole.Main)],
        Rectangle rectangle => [Square(rectangle)],
        HorizontalSpan span => [Area(Corners(span.X1, span.X2, y.Low, y.High), span.FillColor, span.LegendText, TraceRole.Main)],
        VerticalSpan span => [Area(Corners(x.Low, x.High, span.Y1, span.Y2), span.FillColor, span.LegendText, TraceRole.Main)],
        HorizontalLine line => [Bound(line, share => new(x.Low + (share * (x.High - x.Low)), line.Y))],
        VerticalLine line => [Bound(line, share => new(line.X, y.Low + (share * (y.High - y.Low))))],
        ErrorBar bars => ErrorLines(bars),
        BarPlot bars => bars.Bars.Count == 0 ? [] : [Bars(bars)],
        ScottPlot.Plottables.Heatmap heatmap => [Heat(heatmap)],
        Text text => [Label(text)],
        _ => throw new NotSupportedException(
            $"The report page does not know how to draw a {plottable.GetType().Name}: teach {nameof(PlotlyTraces)}."),
    };

    private PlotlyTrace Line(Scatter scatter)
    {
        var trace = Line([.. scatter.Data.GetScatterPoints()], scatter.LineStyle, scatter.MarkerStyle, scatter.LegendText);
        if (scatter.ConnectStyle != ConnectStyle.Straight && trace.Style["line"] is JsonObject line)
        {
            line["shape"] = scatter.ConnectStyle == ConnectStyle.StepHorizontal ? "hv" : "vh";
        }

        return trace;
    }

    private PlotlyTrace Line(IReadOnlyList<Coordinates> points, LineStyle line, MarkerStyle marker, string label)
    {
        var hasLine = line.Width > 0 && line.IsVisible;
        var hasMarker = marker.Size > 0 && marker.IsVisible && marker.Shape != MarkerShape.None;
        var isFilled = marker.Shape.ToString().StartsWith("Filled", StringComparison.Ordinal);
        var color = hasLine ? line.Color : isFilled ? marker.FillColor : marker.LineColor;
        var style = new JsonObject { ["mode"] = hasLine && hasMarker ? "lines+markers" : hasLine ? "lines" : "markers" };
        if (hasLine)
        {
            style["line"] = LineOf(line);
        }

        if (hasMarker)
        {
            style["marker"] = new JsonObject
            {
                ["symbol"] = Symbol(marker.Shape), ["size"] = marker.Size,
                ["color"] = PlotlyColor.OnPaper(isFilled ? marker.FillColor : marker.LineColor),
            };
            if (!isFilled)
            {
                style["marker"]!["line"] = new JsonObject { ["width"] = Math.Max(1, marker.LineWidth) };
            }
        }

        var role = hasLine && marker.Shape is MarkerShape.VerticalBar or MarkerShape.HorizontalBar ? TraceRole.Band
            : (hasLine && line.Width <= ThinLine) || (!hasLine && marker.Size <= SmallMarker) ? TraceRole.Seed : TraceRole.Main;
        return Named(new("scatter", points) { Style = style, Role = role }, label, color, hasMarker ? marker.Shape : null);
    }

    private PlotlyTrace Area(IReadOnlyList<Coordinates> corners, Color color, string label, TraceRole role) =>
        Named(new("scatter", corners)
        {
            Role = role, IsSilent = true,
            Style = new()
            {
                ["mode"] = "lines", ["fill"] = "toself", ["fillcolor"] = PlotlyColor.OnPaper(color),
                ["line"] = new JsonObject { ["width"] = 0 },
            },
        }, label, color, null);

    // What shines through shades a range; a square of a heat map has its own colour on any paper.
    private PlotlyTrace Square(Rectangle square)
    {
        var corners = Corners(square.X1, square.X2, square.Y1, square.Y2);
        return !IsOpaque(square) ? Area(corners, square.FillColor, square.LegendText, TraceRole.Main)
            : new("scatter", corners)
            {
                IsSilent = true,
                Style = new()
                {
                    ["mode"] = "lines", ["fill"] = "toself", ["fillcolor"] = square.FillColor.ToHex(),
                    ["line"] = new JsonObject { ["width"] = 1, ["color"] = "paper" },
                },
            };
    }

    private static bool IsOpaque(Rectangle square) => square.FillColor.A == 255;

    private static Coordinates[] Corners(double left, double right, double bottom, double top) =>
        [new(left, bottom), new(right, bottom), new(right, top), new(left, top), new(left, bottom)];

    private PlotlyTrace Bound(AxisLine line, Func<double, Coordinates> at) => Named(
        new("scatter", [.. Enumerable.Range(0, 11).Select(step => at(step / 10.0))])
        {
            Style = new() { ["mode"] = "lines", ["line"] = LineOf(line.LineStyle) },
        }, line.LegendText, line.LineStyle.Color, null);

    // Each interval by itself: on a log axis its ends are what they are there.
    private IEnumerable<PlotlyTrace> ErrorLines(ErrorBar bars)
    {
        var ends = Enumerable.Range(0, bars.Xs.Count).SelectMany(at => new[]
        {
            Ends(at, bars.YErrorNegative, bars.YErrorPositive, (low, high) =>
                (new(bars.Xs[at], bars.Ys[at] - low), new(bars.Xs[at], bars.Ys[at] + high))),
            Ends(at, bars.XErrorNegative, bars.XErrorPositive, (low, high) =>
                (new(bars.Xs[at] - low, bars.Ys[at]), new(bars.Xs[at] + high, bars.Ys[at]))),
        });
        return ends.OfType<(Coordinates From, Coordinates To)>().Select(interval => Named(
            new("scatter", [interval.From, interval.To])
            {
                Role = TraceRole.Band, IsSilent = true, Style = new() { ["mode"] = "lines", ["line"] = LineOf(bars.LineStyle) },
            }, bars.LegendText, bars.LineColor, null));

        static (Coordinates, Coordinates)? Ends(
            int at, IReadOnlyList<double>? below, IReadOnlyList<double>? above, Func<double, double, (Coordinates, Coordinates)> of) =>
            below is null && above is null ? null : of(below?[at] ?? 0, above?[at] ?? 0);
    }

    private PlotlyTrace Bars(BarPlot bars)
    {
        var isHorizontal = bars.Bars[0].Orientation == Orientation.Horizontal;
        var tops = bars.Bars.ConvertAll(bar => isHorizontal ? new Coordinates(bar.Value - bar.ValueBase, bar.Position)
            : new Coordinates(bar.Position, bar.Value - bar.ValueBase));
        var style = new JsonObject
        {
            ["width"] = Same(bars.Bars, bar => JsonValue.Create(bar.Size)),
            ["base"] = Same(bars.Bars, bar => JsonValue.Create(bar.ValueBase)),
            ["marker"] = new JsonObject { ["color"] = Same(bars.Bars, bar => JsonValue.Create(PlotlyColor.OnPaper(bar.FillColor))) },
            ["orientation"] = isHorizontal ? "h" : "v",
        };
        if (bars.Bars.Exists(bar => bar.Error > 0))
        {
            style[isHorizontal ? "error_x" : "error_y"] = new JsonObject
            {
                ["type"] = "data", ["array"] = new JsonArray([.. bars.Bars.Select(bar => JsonValue.Create(bar.Error))]),
            };
        }

        return Named(new("bar", tops) { Style = style }, bars.LegendText, bars.Bars[0].FillColor, null);
    }

    // A value that all share, or all of them.
    private static JsonNode Same(List<Bar> bars, Func<Bar, JsonValue> of) =>
        bars.DistinctBy(bar => of(bar).ToJsonString()).Count() == 1 ? of(bars[0]) : new JsonArray([.. bars.Select(of)]);

    // Neighbours of one colour are one brick: maps have many narrow columns where measurements are not equally far apart.
    private PlotlyTrace Heat(ScottPlot.Plottables.Heatmap heatmap)
    {
        var (z, limits) = (heatmap.Intensities, heatmap.GetAxisLimits());
        var (rows, all) = (z.GetLength(0), z.GetLength(1));
        var (width, height) = (limits.HorizontalSpan / all, limits.VerticalSpan / rows);
        var upsideDown = heatmap.FlipVertically ^ heatmap.FlipRows;
        var isMirrored = heatmap.FlipHorizontally ^ heatmap.FlipColumns;
        var columns = Enumerable.Range(0, all)
            .Where(column => column == 0 || Enumerable.Range(0, rows).Any(row => !z[row, column].Equals(z[row, column - 1]))).ToList();
        double[] acrossEdges = [.. columns.Append(all).Select(column =>
            isMirrored ? limits.Right - (column * width) : limits.Left + (column * width))];
        double[] downEdges = [.. Enumerable.Range(0, rows + 1).Select(row =>
            upsideDown ? limits.Bottom + (row * height) : limits.Top - (row * height))];
        var range = heatmap.ManualRange ?? heatmap.DataRange;
        var stops = Enumerable.Range(0, StopsOfAColormap).Select(stop => stop / (StopsOfAColormap - 1.0));
        var style = new JsonObject
        {
            ["x"] = new JsonArray([.. acrossEdges.Select(edge => JsonValue.Create(x.Value(edge)))]),
            ["y"] = new JsonArray([.. downEdges.Select(edge => JsonValue.Create(y.Value(edge)))]),
            ["z"] = Cells((row, column) => JsonValue.Create(Short(z[row, columns[column]]))),
            ["zmin"] = range.Min, ["zmax"] = range.Max, ["showscale"] = false,
            ["colorscale"] = new JsonArray([.. stops.Select(stop => new JsonArray(stop, heatmap.Colormap.GetColor(stop).ToHex()))]),
            ["hovertemplate"] = "%{z}<extra></extra>",
        };
        if (!x.IsMute || !y.IsMute)
        {
            style["hovertemplate"] = "%{customdata}<extra></extra>";
            style["customdata"] = Cells((row, column) => JsonValue.Create(string.Join(
                "<br>", y.Said(Middle(downEdges, row)), x.Said(Middle(acrossEdges, column)), Size(z[row, columns[column]]))));
        }

        return new("heatmap", []) { Style = style };

        JsonArray Cells(Func<int, int, JsonValue?> of) => new([.. Enumerable.Range(0, rows).Select(row =>
            new JsonArray([.. Enumerable.Range(0, columns.Count).Select(column => of(row, column))]))]);

        string Size(double value) => double.IsNaN(value) ? "none" : NumberText.Raised(sizesAreLogarithms ? Math.Pow(10, value) : value);

        static double Middle(double[] edges, int index) => (edges[index] + edges[index + 1]) / 2;

        static double? Short(double value) => double.IsFinite(value)
            ? double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
    }

    // On a square of its own a text is a value; elsewhere it labels something.
    private PlotlyTrace Label(Text text)
    {
        var isValue = squares.Exists(square => square.CoordinateRect.Contains(text.Location));
        var style = new JsonObject
        {
            ["mode"] = "text", ["textposition"] = PositionOf(text.LabelAlignment), ["cliponaxis"] = false,
            ["textfont"] = new JsonObject
            {
                ["size"] = text.LabelFontSize,
                ["color"] = isValue ? text.LabelFontColor.ToHex() : PlotlyColor.OnPaper(text.LabelFontColor),
            },
        };
        if (isValue)
        {
            style["hovertemplate"] = "<b>%{text}</b><extra></extra>";
        }

        var label = Html.Lines(text.LabelText);
        var trace = new PlotlyTrace("scatter", [text.Location])
        {
            Style = style, IsSilent = !isValue, Texts = [text.LabelBold ? $"<b>{label}</b>" : label],
        };
        return isValue ? trace : Named(trace, text.LabelText, text.LabelFontColor, null) with { Name = "" };
    }

    // ScottPlot says which corner of the text stands at the place, plotly on which side of the place the text stands.
    private static string PositionOf(Alignment alignment)
    {
        var name = alignment.ToString();
        return (name.StartsWith("Upper", StringComparison.Ordinal) ? "bottom"
                : name.StartsWith("Lower", StringComparison.Ordinal) ? "top" : "middle")
            + (name.EndsWith("Left", StringComparison.Ordinal) ? " right"
                : name.EndsWith("Right", StringComparison.Ordinal) ? " left" : " center");
    }

    private static JsonObject LineOf(LineStyle line)
    {
        var json = new JsonObject { ["width"] = line.Width, ["color"] = PlotlyColor.OnPaper(line.Color) };
        if (line.Pattern.Name is { } pattern && pattern != LinePattern.Solid.Name)
        {
            json["dash"] = pattern.Contains("Dot", StringComparison.OrdinalIgnoreCase) ? "dot" : "dash";
        }

        return json;
    }

    private static string Symbol(MarkerShape shape) => shape switch
    {
        MarkerShape.Eks => "x-thin-open",
        MarkerShape.Cross => "cross-thin-open",
        MarkerShape.VerticalBar => "line-ns-open",
        MarkerShape.HorizontalBar => "line-ew-open",
        MarkerShape.Asterisk => "asterisk-open",
        MarkerShape.FilledCircle => "circle",
        MarkerShape.OpenCircle => "circle-open",
        MarkerShape.FilledSquare => "square",
        MarkerShape.OpenSquare => "square-open",
        MarkerShape.FilledTriangleUp => "triangle-up",
        MarkerShape.OpenTriangleUp => "triangle-up-open",
        MarkerShape.FilledTriangleDown => "triangle-down",
        MarkerShape.OpenTriangleDown => "triangle-down-open",
        MarkerShape.FilledDiamond => "diamond",
        MarkerShape.OpenDiamond => "diamond-open",
        _ => throw new NotSupportedException($"The report page does not know the marker {shape}: teach {nameof(PlotlyTraces)}."),
    };

    // The item of the legend that it belongs to: by its label, else by its colour and marker, else by its colour.
    private PlotlyTrace Named(PlotlyTrace trace, string label, Color color, MarkerShape? shape)
    {
        var items = legend.Index().ToList();
        var found = items.Where(item => item.Item.LabelText == label)
            .Concat(items.Where(item => IsOf(item.Item, color) && item.Item.MarkerShape == (shape ?? MarkerShape.None)))
            .Concat(items.Where(item => IsOf(item.Item, color)))
            .Select(item => (int?)item.Index).FirstOrDefault();
        return trace with { Item = found, Name = label.Length > 0 ? label : found is { } index ? legend[index].LabelText : "" };
    }

    private static bool IsOf(LegendItem item, Color color) =>
        ColorsOf(item).Any(own => (own.R, own.G, own.B) == (color.R, color.G, color.B));

    /// <summary>The colours in which an item of a legend is drawn; of what it does not have ScottPlot holds some, too.</summary>
    internal static IEnumerable<Color> ColorsOf(LegendItem item)
    {
        Color[] ofMarker = item.MarkerShape == MarkerShape.None || item.MarkerSize <= 0 ? []
            : item.MarkerShape.ToString().StartsWith("Filled", StringComparison.Ordinal) ? [item.MarkerFillColor] : [item.MarkerLineColor];
        return (item.LineWidth > 0 ? [item.LineColor] : (Color[])[]).Concat(ofMarker).Append(item.FillColor).Where(color => color.A > 0);
    }

    private static List<PlotlyTrace> Merged(IEnumerable<PlotlyTrace> traces)
    {
        List<PlotlyTrace> merged = [];
        Dictionary<string, int> places = [];
        foreach (var trace in traces)
        {
            var look = $"{trace.Kind} {trace.Item} {trace.Role} {trace.IsSilent} {trace.Name} {trace.Style.ToJsonString()}";
            if (trace.Kind != "scatter" || !places.TryGetValue(look, out var place))
            {
                places[look] = merged.Count;
                merged.Add(trace);
                continue;
            }

            var (first, isText) = (merged[place], trace.Texts is not null);
            merged[place] = first with
            {
                Points = isText ? [.. first.Points, .. trace.Points] : [.. first.Points, Coordinates.NaN, .. trace.Points],
                Texts = isText ? [.. first.Texts!, .. trace.Texts!] : null,
            };
        }

        return [.. merged.OrderBy(trace => trace.Texts is not null)]; // what is written on squares stands before all of them
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Poly")]
    private static extern Polygon PolygonOf(FillY band);
}
