using System.Globalization;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Packages.Tests.Plots;

/// <summary>Properties of new objects have the values that the package's have (defaults.txt, read from them by reflection).</summary>
public sealed class DefaultValueTests
{
    private static readonly double[] _values = [1, 2, 3];

    private static readonly Dictionary<string, List<(string Name, string Value)>> _expected = Read();

    public static TheoryData<string> Objects => [.. _expected.Keys];

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_object_starts_with_the_packages_values(string name)
    {
        var made = Make(name);
        var type = made.GetType();
        var different = new List<string>();
        foreach (var (property, expected) in _expected[name])
        {
            var value = type.GetProperty(property) is { } p ? p.GetValue(made) : type.GetField(property)?.GetValue(made);
            if (Show(value) != expected)
            {
                different.Add($"{property}: the package {expected}, here {Show(value)}");
            }
        }

        Assert.Empty(different);
    }

    [Fact]
    public void All_values_of_the_file_are_compared() => Assert.Equal((48, 800), (_expected.Count, _expected.Values.Sum(values => values.Count)));

    private static Dictionary<string, List<(string Name, string Value)>> Read()
    {
        var objects = new Dictionary<string, List<(string, string)>>();
        var current = new List<(string, string)>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Plots", "defaults.txt")))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                objects[line[2..]] = current = [];
            }
            else if (line.Split(" = ", 2) is [var name, var value])
            {
                current.Add((name.Trim(), value));
            }
        }

        return objects;
    }

    // Colours are taken in turn, so whatever is added comes after the same things as when the file was made.
    private static object Make(string name)
    {
        var plot = Charts.New();
        string[] added = ["Scatter", "ScatterLine", "ScatterPoints", "Signal", "FillY", "ErrorBar", "Bars", "HorizontalLine", "VerticalLine", "Text", "Annotation", "Heatmap", "Marker", "Markers", "Polygon", "Box", "Histogram"];
        var key = name == "Bar" ? "Bars" : name.Replace("Add.", "", StringComparison.Ordinal);
        if (name == "Bar" || name.StartsWith("Add.", StringComparison.Ordinal))
        {
            object last = plot;
            foreach (var kind in added.TakeWhile(kind => kind != key).Append(key))
            {
                last = Add(plot, kind);
            }

            return name == "Bar" ? ((BarPlot)last).Bars[0] : last;
        }

        return name switch
        {
            "Plot" => plot,
            "Plot.FigureBackground" => plot.FigureBackground,
            "Plot.DataBackground" => plot.DataBackground,
            "Plot.Legend" => plot.Legend,
            "Plot.Legend.OutlineStyle" => plot.Legend.OutlineStyle,
            "Plot.Grid" => plot.Grid,
            "Grid.XAxisStyle.MajorLineStyle" => plot.Grid.XAxisStyle.MajorLineStyle,
            "Grid.XAxisStyle.MinorLineStyle" => plot.Grid.XAxisStyle.MinorLineStyle,
            "Axes.Bottom" => plot.Axes.Bottom,
            "Axes.Bottom.Label" => plot.Axes.Bottom.Label,
            "Axes.Bottom.TickLabelStyle" => plot.Axes.Bottom.TickLabelStyle,
            "Axes.Bottom.MajorTickStyle" => plot.Axes.Bottom.MajorTickStyle,
            "Axes.Bottom.MinorTickStyle" => plot.Axes.Bottom.MinorTickStyle,
            "Axes.Bottom.FrameLineStyle" => plot.Axes.Bottom.FrameLineStyle,
            "Axes.Left" => plot.Axes.Left,
            "Axes.Left.Label" => plot.Axes.Left.Label,
            "Axes.Title.Label" => plot.Axes.Title.Label,
            "Axes.Title" => plot.Axes.Title,
            "Box" => new Box(),
            "Histogram" => ScottPlot.Statistics.Histogram.WithBinCount(3, _values),
            "LegendItem" => new LegendItem(),
            "NumericAutomatic" => new NumericAutomatic(),
            "NumericAutomatic.TickSpacingCalculator" => new NumericAutomatic().TickSpacingCalculator,
            "LogMinorTickGenerator" => new LogMinorTickGenerator(),
            "LogDecadeMinorTickGenerator" => new LogDecadeMinorTickGenerator(),
            "new LineStyle()" => new LineStyle(),
            "new FillStyle()" => new FillStyle(),
            "new MarkerStyle()" => new MarkerStyle(),
            "new LabelStyle()" => new LabelStyle(),
            "ColorBar" => new ScottPlot.Panels.ColorBar(new Heatmap(new double[2, 2])),
            _ => throw new ArgumentException($"defaults.txt names an object that no test makes: {name}"),
        };
    }

    private static object Add(Plot plot, string kind) => kind switch
    {
        "Scatter" => plot.Add.Scatter(_values, _values),
        "ScatterLine" => plot.Add.ScatterLine(_values, _values),
        "ScatterPoints" => plot.Add.ScatterPoints(_values, _values),
        "Signal" => plot.Add.Signal(_values),
        "FillY" => plot.Add.FillY(_values, _values, _values),
        "ErrorBar" => plot.Add.ErrorBar(_values, _values, _values),
        "Bars" => plot.Add.Bars(_values),
        "HorizontalLine" => plot.Add.HorizontalLine(1),
        "VerticalLine" => plot.Add.VerticalLine(1),
        "Text" => plot.Add.Text("t", 0, 0),
        "Annotation" => plot.Add.Annotation("t"),
        "Heatmap" => plot.Add.Heatmap(new double[2, 2]),
        "Marker" => plot.Add.Marker(1, 1),
        "Markers" => plot.Add.Markers(_values, _values),
        "Polygon" => plot.Add.Polygon([new(0, 0), new(1, 1), new(1, 0)]),
        "Box" => plot.Add.Box(new Box()),
        "Histogram" => plot.Add.Histogram(ScottPlot.Statistics.Histogram.WithBinCount(3, _values)),
        _ => throw new ArgumentException(kind),
    };

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Color color => color.ToHex(),
        PixelPadding p => string.Create(CultureInfo.InvariantCulture, $"PixelPadding(L{p.Left} R{p.Right} B{p.Bottom} T{p.Top})"),
        PixelOffset o => string.Create(CultureInfo.InvariantCulture, $"PixelOffset({o.X},{o.Y})"),
        LinePattern pattern => $"LinePattern.{pattern.Name}",
        IColormap map => map.Name,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
