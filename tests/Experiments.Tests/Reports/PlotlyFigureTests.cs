using System.Text.Json.Nodes;
using Experiments.Charts;
using Experiments.Reports;
using ScottPlot;
using ScottPlot.TickGenerators;
using Figure = Experiments.Charts.Figure;

namespace Experiments.Tests.Reports;

/// <summary>Panels of ScottPlot as plotly's traces and axes.</summary>
public class PlotlyFigureTests
{
    [Fact]
    public void A_line_has_its_points_its_colour_and_the_name_of_its_item()
    {
        var trace = Assert.Single(TracesOf(plot => SeriesLines.AddLine(plot, [1.0, 2], [3, 4], Theme.SeriesColor(0), 2), Item("ReLU", 0)));

        Assert.Equal("[1,2] [3,4]", $"{trace["x"]!.ToJsonString()} {trace["y"]!.ToJsonString()}");
        Assert.Equal(("lines", "rgba(0,114,178,1)"), ((string?)trace["mode"], (string?)trace["line"]!["color"]));
        Assert.Equal((0, "ReLU"), ((int?)trace["item"], (string?)trace["name"]));
    }

    [Fact]
    public void Lines_of_one_look_are_one_trace_with_a_gap()
    {
        var trace = Assert.Single(TracesOf(plot =>
        {
            SeriesLines.AddLine(plot, [1.0, 2], [3, 4], Theme.SeriesColor(0), 2);
            SeriesLines.AddLine(plot, [5.0, 6], [7, 8], Theme.SeriesColor(0), 2);
        }));

        Assert.Equal("[1,2,null,5,6]", trace["x"]!.ToJsonString());
    }

    [Fact]
    public void A_band_goes_there_and_back_and_is_told_from_its_line()
    {
        var trace = Assert.Single(TracesOf(plot => plot.Add.FillY([1.0, 2], [3, 4], [5, 6]).FillColor = Theme.SeriesColor(1)));

        Assert.Equal("band", (string?)trace["role"]);
        Assert.Equal(("toself", "skip"), ((string?)trace["fill"], (string?)trace["hoverinfo"]));
        Assert.Equal([3.0, 4, 5, 6], trace["y"]!.AsArray().Select(value => value!.GetValue<double>()).Distinct().Order());
    }

    [Theory]
    [InlineData(1, 0, "seed")]
    [InlineData(2, 0, null)]
    [InlineData(0, 5, "seed")]
    [InlineData(0, 9, null)]
    public void Thin_lines_and_small_dots_are_single_seeds(float line, float marker, string? role)
    {
        var trace = Assert.Single(TracesOf(plot =>
        {
            var scatter = plot.Add.Scatter(new double[] { 1, 2 }, new double[] { 3, 4 });
            (scatter.LineWidth, scatter.MarkerSize) = (line, marker);
        }));

        Assert.Equal(role, (string?)trace["role"]);
    }

    [Fact]
    public void On_a_log_axis_values_are_those_that_positions_stand_for()
    {
        var axis = ValueAxis.Log();
        axis.Include([0.001, 10]);

        var panel = PanelOf(plot =>
        {
            SeriesLines.AddLine(plot, [1.0, 2], [-3, 1], Theme.SeriesColor(0), 2);
            axis.ApplyLeft(plot);
        });

        Assert.Equal("[0.001,10]", panel["traces"]![0]!["y"]!.ToJsonString());
        Assert.Equal(("log", "linear"), ((string?)panel["y"]!["type"], (string?)panel["y"]!["other"]));
        Assert.Equal(axis.Low, (double?)panel["y"]!["range"]![0]);
    }

    [Fact]
    public void Zeros_on_a_log_axis_say_so()
    {
        var axis = ValueAxis.Log();
        axis.Include([0, 0.001, 10]);

        var panel = PanelOf(plot =>
        {
            SeriesLines.AddLine(plot, [1.0, 2], [axis.Position(0), 1], Theme.SeriesColor(0), 2);
            axis.ApplyLeft(plot);
        });

        Assert.Contains("0", panel["y"]!["ticktext"]!.AsArray().Select(text => (string?)text));
        Assert.Equal("0", (string?)panel["traces"]![0]!["customdata"]![0]![1]);
    }

    [Theory]
    [InlineData(1, 100, "log")]
    [InlineData(1, 4, null)]
    [InlineData(0, 100, null)]
    [InlineData(-1, 100, null)]
    public void A_linear_axis_can_become_logarithmic_where_values_are_positive_and_far_apart(
        double least, double greatest, string? other)
    {
        var panel = PanelOf(plot => SeriesLines.AddLine(plot, [1.0, 2], [least, greatest], Theme.SeriesColor(0), 2));

        Assert.Equal(other, (string?)panel["y"]!["other"]);
    }

    [Fact]
    public void Names_at_an_axis_are_what_the_pointer_shows()
    {
        var panel = PanelOf(plot =>
        {
            Dots.Add(plot, [(0.5, -1)], Theme.SeriesColor(0), 9);
            Theme.NameRows(plot, ["first", "second"]);
        });

        Assert.Equal("second", (string?)panel["traces"]![0]!["customdata"]![0]![1]);
        Assert.Equal("[\"first\",\"second\"]", panel["y"]!["ticktext"]!.ToJsonString());
    }

    [Fact]
    public void A_heat_map_has_its_first_row_at_the_top()
    {
        var panel = PanelOf(plot => plot.Add.Heatmap(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        var trace = panel["traces"]![0]!;

        Assert.Equal(("heatmap", "[[1,2,3],[4,5,6]]"), ((string?)trace["type"], trace["z"]!.ToJsonString()));
        Assert.Equal("[-0.5,0.5,1.5,2.5] [1.5,0.5,-0.5]", $"{trace["x"]!.ToJsonString()} {trace["y"]!.ToJsonString()}"); // edges
    }

    [Fact]
    public void Equal_neighbours_in_a_heat_map_are_one_brick()
    {
        var panel = PanelOf(plot => plot.Add.Heatmap(new double[,] { { 1, 1, 2 }, { 3, 3, 3 } }));

        Assert.Equal("[[1,2],[3,3]]", panel["traces"]![0]!["z"]!.ToJsonString());
        Assert.Equal("[-0.5,1.5,2.5]", panel["traces"]![0]!["x"]!.ToJsonString());
    }

    [Fact]
    public void Bars_have_their_places_widths_and_bases()
    {
        var trace = Assert.Single(TracesOf(plot => plot.Add.Bars(
            new List<Bar>
            {
                new() { Position = 1, Value = 5, ValueBase = 2, Size = 0.5 }, new() { Position = 2, Value = 6, Size = 0.5 },
            })));

        Assert.Equal(("bar", "[3,6]", "[2,0]"), ((string?)trace["type"], trace["y"]!.ToJsonString(), trace["base"]!.ToJsonString()));
        Assert.Equal(0.5, (double?)trace["width"]);
    }

    [Fact]
    public void What_is_written_on_squares_stands_before_them_in_a_colour_that_no_theme_changes()
    {
        var traces = TracesOf(plot =>
        {
            plot.Add.Text("12", 0, 0).LabelFontColor = Colors.White;
            plot.Add.Rectangle(-1, 1, -1, 1).FillColor = Colors.Navy;
        });

        Assert.Equal("text", (string?)traces[^1]["mode"]);
        Assert.Equal("#FFFFFF", (string?)traces[^1]["textfont"]!["color"]);
    }

    [Fact]
    public void Every_colour_that_stands_against_the_paper_has_a_twin_that_can_be_read_on_dark_paper()
    {
        var colors = Enumerable.Range(0, 6).Select(Theme.SeriesColor)
            .Concat([Theme.Ink, Theme.Quiet, Theme.Warning, Theme.Supported, Theme.Refuted]).ToList();

        Assert.Equal(11, colors.Count);
        Assert.All(colors, color => Assert.InRange(PlotlyColor.Contrast(PlotlyColor.OnDark(color), PlotlyColor.DarkPaper), 4.5, 21));
        var drawn = PlotlyFigure.Of(Drawn(plot => SeriesLines.AddLine(plot, [1.0, 2], [3, 4], Theme.Ink, 2)));
        Assert.Equal(["rgba(34,34,34,1)"], drawn["dark"]!.AsObject().Select(twin => twin.Key));
    }

    [Fact]
    public void What_is_not_known_is_named()
    {
        var problem = Assert.Throws<NotSupportedException>(() => TracesOf(plot => plot.Add.Pie([1.0, 2])));

        Assert.Contains("Pie", problem.Message, StringComparison.Ordinal);
    }

    private static List<JsonObject> TracesOf(Action<Plot> draw, params LegendItem[] legend) =>
        [.. PanelOf(draw, legend)["traces"]!.AsArray().Select(trace => trace!.AsObject())];

    private static JsonObject PanelOf(Action<Plot> draw, params LegendItem[] legend) =>
        Assert.Single(PlotlyFigure.Of(Drawn(draw, legend))["panels"]!.AsArray())!.AsObject();

    private static DrawnFigure Drawn(Action<Plot> draw, params LegendItem[] legend)
    {
        var plot = Theme.Panel("");
        draw(plot);
        plot.RenderInMemory(400, 300);
        return new(new Figure([plot]) { Legend = legend }, "", "", "");
    }

    private static LegendItem Item(string label, int index) => SeriesLines.LegendItem(label, Theme.Category(index));
}
