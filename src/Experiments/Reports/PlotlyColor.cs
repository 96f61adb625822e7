using System.Text.Json.Nodes;
using Experiments.Charts;
using ScottPlot;

namespace Experiments.Reports;

/// <summary>
/// Colours in figures. Those that stand against the paper have a lighter twin for dark pages, <c>rgba(…)</c> here; those that stand for
/// themselves, such as the squares of a heat map, do not change, <c>#rrggbb</c> here.
/// </summary>
internal static partial class PlotlyColor
{
    private const double LeastContrast = 4.5; // as of text: WCAG 2.2, 1.4.3

    /// <summary>The paper of dark pages, as in the style sheet.</summary>
    public static Color DarkPaper { get; } = Color.FromHex("#16181D");

    /// <summary>A colour that stands against the paper.</summary>
    public static string OnPaper(Color color) => string.Create(
        CultureInfo.InvariantCulture, $"rgba({color.R},{color.G},{color.B},{color.A / 255.0:0.##})");

    /// <summary>The colour's counterpart in dark charts, mixed with white until it can be read.</summary>
    public static Color OnDark(Color light)
    {
        var color = DarkMode.Of(light.WithAlpha(255));
        var share = Enumerable.Range(0, 21).Select(step => step / 20.0)
            .First(share => Contrast(Lighter(color, share), DarkPaper) >= LeastContrast);
        return Lighter(color, share);
    }

    /// <summary>The contrast of two colours, from 1 to 21 (WCAG 2.2).</summary>
    public static double Contrast(Color a, Color b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>The dark twins of all colours that stand against the paper, by colour.</summary>
    public static JsonObject DarkTwins(IEnumerable<JsonObject> parts)
    {
        var twins = new JsonObject();
        foreach (var text in parts.SelectMany(part => Rgba().Matches(part.ToJsonString())).Select(match => match.Value).Distinct())
        {
            var numbers = text[5..^1].Split(',');
            var dark = OnDark(new Color(byte.Parse(numbers[0]), byte.Parse(numbers[1]), byte.Parse(numbers[2])));
            twins[text] = $"rgba({dark.R},{dark.G},{dark.B},{numbers[3]})";
        }

        return twins;
    }

    private static Color Lighter(Color color, double share) => new(Mix(color.R, share), Mix(color.G, share), Mix(color.B, share));

    private static byte Mix(byte part, double share) => (byte)Math.Round(part + ((255 - part) * share));

    private static double Luminance(Color color) =>
        (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte part) => part / 255.0 is var share && share <= 0.04045
        ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    [GeneratedRegex(@"rgba\([^)]*\)")]
    private static partial Regex Rgba();
}
