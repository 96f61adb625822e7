using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>
/// A picture of Skia's for readers without scripts, a third as long: texts have a length instead of a place for each letter, coordinates a
/// decimal, lines no points nearer than a pixel, dots of one look are one path, and what is clipped alike is clipped together.
/// </summary>
internal static partial class PlainSvg
{
    private const double Nearest = 1; // pixels from point to point
    private const int LongText = 10; // letters
    private const string Font = $" font-family=\"{ChartFont.Name}\""; // of all texts
    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;

    /// <summary>The picture, to stand in a page.</summary>
    /// <param name="document">What Skia wrote.</param>
    /// <param name="id">What its names begin with: a page has many pictures.</param>
    /// <param name="title">What it shows, in words.</param>
    public static string Of(string document, string id, string title)
    {
        var svg = document[document.IndexOf("<svg", StringComparison.Ordinal)..];
        svg = Letters().Replace(svg, WithLength);
        svg = Coordinates().Replace(svg, match => Thinned(match.Value));
        svg = Tag().Replace(svg, tag => Long().Replace(tag.Value, match => Short(match.Value)));
        svg = Defaults().Replace(Breaks().Replace(svg, ""), "").Replace(Font, "", StringComparison.Ordinal);
        svg = Dots().Replace(Alike().Replace(svg, Joined), OnePath);
        svg = ClippedTogether(Name().Replace(svg, match => $"{id}-{match.Value}"));
        var size = Size().Match(svg);
        var content = svg[(svg.IndexOf('>', size.Index) + 1)..];
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" {size.Value}{Font} "
            + $"viewBox=\"0 0 {size.Groups["width"].Value} {size.Groups["height"].Value}\"><title>{Html.Text(title)}</title>{content}";
    }

    // Where another font stands in, a long text would come out much longer or shorter.
    private static string WithLength(Match letters)
    {
        var (xs, y) = (letters.Groups["x"].Captures.Select(letter => letter.Value).ToList(), letters.Groups["y"].Value);
        var toLast = Number(xs[^1]) - Number(xs[0]);
        return $"x=\"{xs[0]}\" y=\"{y}\"" + (xs.Count < LongText ? "" : $" textLength=\"{Short(toLast * xs.Count / (xs.Count - 1))}\"");
    }

    // The first and the last point of each line stay. Points stand by their distance from the one before, which takes half the letters.
    private static string Thinned(string path)
    {
        var kept = new StringBuilder();
        (double X, double Y) last = default;
        var points = Point().Matches(path);
        foreach (var (index, point) in points.Index())
        {
            var isStart = point.Groups["command"].Value == "M";
            var at = (X: Rounded(point.Groups["x"].Value), Y: Rounded(point.Groups["y"].Value));
            var isEnd = index == points.Count - 1 || points[index + 1].Groups["command"].Value == "M";
            if (isStart || isEnd || Math.Abs(at.X - last.X) + Math.Abs(at.Y - last.Y) >= Nearest)
            {
                kept.Append(isStart ? $"M{Short(at.X)} {Short(at.Y)}" : $"l{Step(at.X - last.X)}{Apart(Step(at.Y - last.Y))}");
                last = at;
            }
        }

        return kept.Append(path.EndsWith('Z') ? "Z" : "").ToString();

        static double Rounded(string text) => Math.Round(Number(text), 1);

        static string Apart(string number) => number[0] == '-' ? number : $" {number}";

        static string Step(double value) => Math.Abs(value) < 0.05 ? "0" : value.ToString("#.#", Numbers);
    }

    // Lines of one look, such as the marks of an axis, one after the other.
    private static string Joined(Match lines) => $"<path{lines.Groups["look"].Value} d=\"{string.Concat(lines.Groups["d"].Captures)}\"/>";

    // Points of a path whose round line is as wide as they are.
    private static string OnePath(Match dots)
    {
        var places = dots.Groups["x"].Captures.Zip(dots.Groups["y"].Captures, (x, y) => $"M{x.Value} {y.Value}h0");
        var look = dots.Groups["look"].Value.Replace(" fill", " stroke", StringComparison.Ordinal);
        return $"<path{look} stroke-width=\"{Short(2 * Number(dots.Groups["r"].Value))}\" stroke-linecap=\"round\" "
            + $"d=\"{string.Concat(places)}\"/>";
    }

    private static string ClippedTogether(string svg)
    {
        Dictionary<string, string> names = []; // by what they clip to
        Dictionary<string, string> same = [];
        svg = Clip().Replace(svg, match =>
        {
            var (name, area) = (match.Groups["name"].Value, match.Groups["area"].Value);
            same[name] = names.GetValueOrDefault(area, name);
            return names.TryAdd(area, name) ? match.Value : "";
        });
        svg = Clipped().Replace(svg, match => $"<g clip-path=\"url(#{same.GetValueOrDefault(match.Groups["name"].Value, "")})\">");
        for (var before = -1; before != svg.Length;)
        {
            before = svg.Length;
            svg = Neighbours().Replace(svg, "${open}${first}${second}</g>");
        }

        return svg;
    }

    private static double Number(string text) => double.Parse(text, Numbers);

    private static string Short(string text) => Number(text) is var value && Math.Abs(value) < 1 // opacities and scales
        ? value.ToString("0.####", Numbers) : Short(value);

    private static string Short(double value) => value.ToString("0.#", Numbers);

    [GeneratedRegex("x=\"(?:(?<x>[-0-9.]+), )+\" y=\"(?<y>[-0-9.]+), \"")]
    private static partial Regex Letters();

    [GeneratedRegex("(?<= d=\")(?:[ML]-?[0-9.]+ -?[0-9.]+)+Z?(?=\")")]
    private static partial Regex Coordinates();

    [GeneratedRegex("(?<command>[ML])(?<x>-?[0-9.]+) (?<y>-?[0-9.]+)")]
    private static partial Regex Point();

    [GeneratedRegex("<[a-z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"-?\d+\.\d{2,}")]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<=>)\s+|\s+(?=<)")]
    private static partial Regex Breaks();

    [GeneratedRegex(" stroke-(?:miterlimit=\"4\"|width=\"1\")")]
    private static partial Regex Defaults();

    // Not of lines that can be seen through: crossing each other they would be darker than themselves.
    [GeneratedRegex("<path(?<look> fill=\"none\"(?: stroke(?:-width)?=\"[^\"]*\")+) d=\"(?<d>[^\"]*)\"/>"
        + "(?:<path\\k<look> d=\"(?<d>[^\"]*)\"/>)+")]
    private static partial Regex Alike();

    [GeneratedRegex("<ellipse(?<look> fill=\"[^\"]*\"(?: fill-opacity=\"[^\"]*\")?) cx=\"(?<x>[^\"]*)\" cy=\"(?<y>[^\"]*)\" "
        + "rx=\"(?<r>[^\"]*)\" ry=\"\\k<r>\"/>"
        + "(?:<ellipse\\k<look> cx=\"(?<x>[^\"]*)\" cy=\"(?<y>[^\"]*)\" rx=\"\\k<r>\" ry=\"\\k<r>\"/>)+")]
    private static partial Regex Dots();

    [GeneratedRegex("(?<=\\bid=\"|url\\(#|href=\"#)[^\")]+")]
    private static partial Regex Name();

    [GeneratedRegex("<clipPath id=\"(?<name>[^\"]+)\">(?<area>.*?)</clipPath>")]
    private static partial Regex Clip();

    [GeneratedRegex("<g clip-path=\"url\\(#(?<name>[^)]+)\\)\">")]
    private static partial Regex Clipped();

    // Groups without groups in them.
    [GeneratedRegex("(?<open><g clip-path=\"[^\"]*\">)(?<first>(?:(?!</?g[ >]).)*)</g>\\k<open>(?<second>(?:(?!</?g[ >]).)*)</g>")]
    private static partial Regex Neighbours();

    [GeneratedRegex("width=\"(?<width>[0-9.]+)\" height=\"(?<height>[0-9.]+)\"")]
    private static partial Regex Size();
}
