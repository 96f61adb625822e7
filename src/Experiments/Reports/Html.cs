using System.Net;

namespace Experiments.Reports;

/// <summary>Texts as HTML takes them.</summary>
internal static partial class Html
{
    /// <summary>Text that is shown as it is, between tags or in a quoted attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The same with line breaks.</summary>
    public static string Lines(string text) => Text(text).ReplaceLineEndings("<br>");

    /// <summary>A name as an id.</summary>
    public static string Id(params IEnumerable<string> names) => NotInIds().Replace(string.Join('-', names), "-");

    /// <summary>JSON inside a script element, which it cannot end.</summary>
    public static string Json(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotInIds();
}
