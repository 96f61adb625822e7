using System.Text.Json.Nodes;
using ScottPlot;

namespace Experiments.Reports;

/// <summary>What readers can show and hide beside the items of the legend.</summary>
internal enum TraceRole
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>Intervals.</summary>
    Band,

    /// <summary>Single seeds.</summary>
    Seed,
}

/// <summary>One of plotly's traces, in positions of the panel.</summary>
/// <param name="Kind"><c>scatter</c>, <c>bar</c> or <c>heatmap</c>.</param>
/// <param name="Points">Its points; one that is not finite leaves a gap.</param>
internal sealed record PlotlyTrace(string Kind, IReadOnlyList<Coordinates> Points)
{
    /// <summary>What it is called where the pointer is over it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The number of its item in the legend; null for none.</summary>
    public int? Item { get; init; }

    /// <summary>What it is.</summary>
    public TraceRole Role { get; init; }

    /// <summary>Everything about its style, as plotly takes it.</summary>
    public required JsonObject Style { get; init; }

    /// <summary>A text for every point; null for none.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Whether the pointer gets nothing from it.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether its place allows a log axis: bars begin at 0.</summary>
    public bool CanBeLogarithmic => Kind == "scatter";

    public IEnumerable<double> Xs => Points.Select(point => point.X).Where(double.IsFinite);

    public IEnumerable<double> Ys => Points.Select(point => point.Y).Where(double.IsFinite);

    /// <summary>The trace as plotly takes it, with <c>item</c> and <c>role</c> for the page's script.</summary>
    public JsonObject ToJson(PlotlyAxis x, PlotlyAxis y)
    {
        var json = (JsonObject)Style.DeepClone();
        json["type"] = Kind;
        if (Kind != "heatmap")
        {
            json["x"] = new JsonArray([.. Points.Select(point => JsonValue.Create(x.Value(point.X)))]);
            json["y"] = new JsonArray([.. Points.Select(point => JsonValue.Create(y.Value(point.Y)))]);
        }

        if (Name.Length > 0)
        {
            json["name"] = Name;
        }

        if (Item is { } item)
        {
            json["item"] = item;
        }

        if (Role != TraceRole.Main)
        {
            json["role"] = Role.ToString().ToLowerInvariant();
        }

        if (Texts is not null)
        {
            json["text"] = new JsonArray([.. Texts.Select(text => JsonValue.Create(text))]);
        }

        if (IsSilent)
        {
            json["hoverinfo"] = "skip";
        }
        else if (!json.ContainsKey("hovertemplate"))
        {
            AddHover(json, x, y);
        }

        return json;
    }

    // "validation accuracy (%): 96.4"; where an axis has names or a place for zeros, these.
    private void AddHover(JsonObject json, PlotlyAxis x, PlotlyAxis y)
    {
        string?[] xs = [.. Points.Select(point => x.Text(point.X))], ys = [.. Points.Select(point => y.Text(point.Y))];
        var (xIsText, yIsText) = (xs.Any(text => text is not null), ys.Any(text => text is not null));
        if (xIsText || yIsText)
        {
            json["customdata"] = new JsonArray(
                [.. Points.Zip(xs.Zip(ys), (point, texts) => new JsonArray(
                    xIsText ? texts.First ?? Number(x.Value(point.X)) : null, yIsText ? texts.Second ?? Number(y.Value(point.Y)) : null))]);
        }

        var lines = new[]
        {
            Name.Length > 0 ? $"<b>{Html.Text(Name)}</b>" : "",
            x.IsMute ? "" : Line(x.Title, xIsText ? "%{customdata[0]}" : "%{x:,.4~g}"),
            y.IsMute ? "" : Line(y.Title, yIsText ? "%{customdata[1]}" : "%{y:,.4~g}"),
        };
        json["hovertemplate"] = string.Join("<br>", lines.Where(line => line.Length > 0)) + "<extra></extra>";

        static string Line(string title, string value) => title.Length > 0 ? $"{Html.Text(title)}: {value}" : value;
    }

    private static string Number(double? value) => value is { } number ? NumberText.Of(number, 4) : "";
}
