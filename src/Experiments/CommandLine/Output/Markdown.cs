namespace Experiments.CommandLine.Output;

/// <summary>Names, sentences and paths as Markdown takes them.</summary>
internal static partial class Markdown
{
    /// <summary>Text that is shown as it is: in it begins no emphasis, code, link, tag, entity, formula or column.</summary>
    public static string Escape(string text) => Special().Replace(text.ReplaceLineEndings(" "), match => match.Value switch
    {
        "<" => "&lt;",
        "&" => "&amp;",
        var letter => $"\\{letter}",
    });

    /// <summary>The address of a file in a document: relative to the document's folder if it can be.</summary>
    public static string Link(string folder, string path) =>
        Path.GetRelativePath(folder, path) is var relative && Path.IsPathRooted(relative) ? new Uri(relative).AbsoluteUri
        : string.Join('/', relative.Split('/', Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    [GeneratedRegex(@"[\\`*_\[\]<|$~]|&(?=[#\w]+;)")]
    private static partial Regex Special();
}
