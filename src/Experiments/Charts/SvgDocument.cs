using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// An SVG of Skia, made the same on every machine: text is drawn as outlines of the engine's own font, with the words above them, unseen,
/// to be searched, selected and read aloud; names are numbered anew, for the same bytes each time. On a dark screen its ground is dark.
/// </summary>
internal static partial class SvgDocument
{
    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;

    /// <summary>Changes a document that Skia wrote.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">What it shows, for readers who cannot see it.</param>
    public static string Finish(string document, string title)
    {
        document = LongNumber().Replace(document, match => double.Parse(match.Value, Numbers).ToString("0.##", Numbers));
        document = Text().Replace(WithOwnNames(document), match => match.Value.Contains(" fill=", StringComparison.Ordinal)
            ? match.Value : match.Value.Replace("<text", "<text fill=\"black\"", StringComparison.Ordinal));
        var style = StyleOf(document);
        Dictionary<string, string> glyphs = []; // outlines by name
        document = Text().Replace(document, match => Outlined(match, glyphs));
        var outlines = string.Concat(glyphs.Select(glyph => $"<path id=\"{glyph.Key}\" d=\"{glyph.Value}\"/>"));
        return Head().Replace(
            document,
            match => $"{match.Value.TrimEnd('>')} viewBox=\"0 0 {match.Groups[1].Value} {match.Groups[2].Value}\" role=\"img\">\n"
                + $"\t<title>{Escaped(title)}</title>\n\t<style>{style}</style>\n\t<defs>{outlines}</defs>",
            1);
    }

    // Skia counts its names on from picture to picture within a process.
    private static string WithOwnNames(string document)
    {
        Dictionary<string, string> names = [];
        return Name().Replace(document, match =>
        {
            names.TryAdd(match.Value, $"c{names.Count}");
            return names[match.Value];
        });
    }

    // Squares of pictures stay squares; on a dark screen, not in print, every colour has its counterpart.
    private static string StyleOf(string document)
    {
        var rules = from match in Painted().Matches(document).DistinctBy(match => match.Value)
                    let paint = match.Groups[1].Value
                    select $"[{paint}=\"{match.Groups[2].Value}\"]{{{paint}:{Hex(DarkMode.Of(Parse(match.Groups[2].Value)))}}}";
        return "image{image-rendering:pixelated}@media screen and (prefers-color-scheme:dark){"
            + $"svg{{fill:{Hex(DarkMode.Of(Colors.Black))}}}{string.Concat(rules)}}}";
    }

    private static Color Parse(string color) => Color.FromColor(System.Drawing.ColorTranslator.FromHtml(color)); // names, #rgb, #rrggbb

    private static string Hex(Color color) => color.ToStringRGB();

    private static string Outlined(Match text, Dictionary<string, string> glyphs)
    {
        var attributes = text.Groups["attributes"].Value;
        var (words, isBold) = (text.Groups["words"].Value.Trim(), Attribute("font-weight").Length > 0);
        var size = double.Parse(Attribute("font-size"), Numbers);
        var (xs, y) = (NumbersOf("x"), NumbersOf("y")[0]);
        var letters = System.Net.WebUtility.HtmlDecode(words).EnumerateRunes().ToList();
        var uses = new StringBuilder();
        foreach (var (letter, x) in letters.Zip(xs).Where(letter => !Rune.IsWhiteSpace(letter.First)))
        {
            var name = $"{(isBold ? 'b' : 'r')}{letter.Value:x}";
            glyphs.TryAdd(name, ChartFont.Outline(letter, isBold));
            uses.Append(Numbers, $"<use xlink:href=\"#{name}\" x=\"{x * ChartFont.UnitsPerEm / size:F0}\"/>");
        }

        var scale = size / ChartFont.UnitsPerEm;
        var place = Attribute("transform") is { Length: > 0 } transform ? $"{transform} " : "";
        var (paint, opacity) = (Attribute("fill"), Attribute("fill-opacity"));
        return string.Create(
            Numbers,
            $"<g fill=\"{paint}\"{(opacity.Length > 0 ? $" fill-opacity=\"{opacity}\"" : "")} "
                + $"transform=\"{place}translate(0 {y:0.##}) scale({scale:0.#####})\" aria-hidden=\"true\">"
                + $"{uses}</g><text fill=\"{paint}\" fill-opacity=\"0\" transform=\"{place}translate({xs[0]:0.##} {y:0.##})\" "
                + $"font-size=\"{size}\" font-family=\"{ChartFont.Name}, Verdana, sans-serif\"{(isBold ? " font-weight=\"600\"" : "")}>"
                + $"{words}</text>");

        string Attribute(string name) =>
            Regex.Match(attributes, $"(?<=\\s{name}=\")[^\"]*") is { Success: true } match ? match.Value : "";

        double[] NumbersOf(string name) =>
            [.. Attribute(name).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, Numbers))];
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);

    // Of outlines and clips, where a hundredth of a pixel is enough; factors of scale are small.
    [GeneratedRegex("[0-9]+\\.[0-9]{3,}(?=[^\"<>()]*\")")]
    private static partial Regex LongNumber();

    [GeneratedRegex("(?<=\\bid=\"|url\\(#|href=\"#)[^\")]+")]
    private static partial Regex Name();

    [GeneratedRegex("(?<=\\s)(fill|stroke)=\"([^\"u][^\"]*)\"(?<!none\")")]
    private static partial Regex Painted();

    [GeneratedRegex("<text(?<attributes>[^>]*)>(?<words>[^<]*)</text>")]
    private static partial Regex Text();

    [GeneratedRegex("<svg [^>]*width=\"(\\d+)\" height=\"(\\d+)\"[^>]*>")]
    private static partial Regex Head();
}
