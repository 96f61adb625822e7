using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>One SVG document of several plots: ScottPlot draws a plot as SVG but not a multiplot.</summary>
internal static partial class NestedSvg
{
    /// <summary>Nests the plots' documents at their places.</summary>
    public static string Compose(IReadOnlyList<(Plot Plot, PixelRect Place)> parts, int width, int height)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n");
        for (var index = 0; index < parts.Count; index++)
        {
            var (plot, place) = parts[index];
            var document = plot.GetSvgXml((int)Math.Ceiling(place.Width), (int)Math.Ceiling(place.Height));
            svg.Append(AtPlace(WithOwnNames(document, $"p{index}-"), place)).Append('\n');
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string AtPlace(string document, PixelRect place)
    {
        var start = document.IndexOf("<svg", StringComparison.Ordinal);
        return FormattableString.Invariant($"<svg x=\"{place.Left}\" y=\"{place.Top}\"{document[(start + 4)..]}").TrimEnd();
    }

    // Names count on from picture to picture within a process, and two panels may use the same: number them anew.
    private static string WithOwnNames(string document, string prefix)
    {
        var names = Name().Matches(document).Select(match => match.Groups[1].Value).Distinct().Select((name, index) => (name, index)).ToDictionary();
        return Reference().Replace(document, match => match.Groups[1].Value + prefix + names.GetValueOrDefault(match.Groups[2].Value, 0) + match.Groups[3].Value);
    }

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("(\\bid=\"|url\\(#|href=\"#)([^\")]+)([\")])")]
    private static partial Regex Reference();
}
