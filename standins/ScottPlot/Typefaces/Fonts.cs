using System.Globalization;
using ScottPlot.Typefaces;

namespace ScottPlot;

/// <summary>Which fonts texts are drawn with. With no font installed the names are empty and no text is drawn.</summary>
public static class Fonts
{
    private static readonly Lock Gate = new();
    private static readonly List<(string Name, bool Bold, bool Italic, FontFile Font)> Added = [];

    public static FontWeight? DefaultWeight { get; set; }
    public static FontSlant? DefaultSlant { get; set; }
    public static FontSpacing? DefaultWidth { get; set; }

    public static string Default { get; set; } = InstalledFonts.DefaultFamily;
    public static string Sans { get; set; } = InstalledFonts.DefaultFamily;
    public static string Serif { get; set; } = InstalledSerif();
    public static string Monospace { get; set; } = InstalledMonospace();
    public static string System => InstalledFonts.DefaultFamily;

    private static string InstalledSerif() => FirstInstalled(["Times New Roman", "DejaVu Serif", "Times"]);
    private static string InstalledMonospace() => FirstInstalled(["Roboto Mono", "Consolas", "DejaVu Sans Mono", "Courier"]);
    private static string FirstInstalled(string[] names) => names.FirstOrDefault(InstalledFonts.Has) ?? InstalledFonts.DefaultFamily;

    /// <summary>Makes a font file known under a name.</summary>
    public static void AddFontFile(string name, string path, bool bold = false, bool italic = false)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(path);
        FontFile font = FontFile.Load(Path.GetFullPath(path)).FirstOrDefault() ?? FontFile.None;
        lock (Gate)
            Added.Add((name, bold, italic, font));
    }

    /// <summary>The face drawn for a name: of that family, else of a file added under it, else of the default family.</summary>
    internal static FontFile GetFont(string fontName, bool bold, bool italic)
    {
        int weight = (int)(bold ? FontWeight.Bold : FontWeight.Normal);
        FontFile? font = InstalledFonts.Find(fontName, weight, italic, (int)FontSpacing.Normal);
        if (font is not null)
            return font;
        lock (Gate)
        {
            foreach (var added in Added)
            {
                if (added.Name == fontName && added.Bold == bold && added.Italic == italic)
                    return added.Font;
            }
        }
        return InstalledFonts.Find(System, (int)FontWeight.Normal, italic: false, (int)FontSpacing.Normal) ?? FontFile.None;
    }

    /// <summary>The family that has most of the text's characters; the default one if it has them all.</summary>
    public static string Detect(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Default;
        List<int> codePoints = GetStandaloneCodePoints(text);
        if (CountMissingGlyphs(Default, codePoints) == 0)
            return Default;
        List<string> candidates = GetCandidateFontsForString(codePoints);
        return candidates.Count == 0 ? string.Empty : candidates.MinBy(name => CountMissingGlyphs(name, codePoints))!;
    }

    public static string GetDefaultFontFamily() => System;

    public static List<string> GetCandidateFontsForString(List<int> standaloneCodePoints) =>
        [.. InstalledFonts.All.Where(f => standaloneCodePoints.Any(f.HasGlyph)).Select(f => f.Family).Distinct()];

    public static int CountMissingGlyphs(string fontName, List<int> standaloneCodePoints)
    {
        FontFile font = GetFont(fontName, bold: false, italic: false);
        return standaloneCodePoints.Count(c => !font.HasGlyph(c));
    }

    public static List<int> GetStandaloneCodePoints(string inputText) =>
        GetStandaloneCodePoints(ConvertStringToTextElements(inputText).Select(ConvertTextElementToUtf32CodePoints));

    public static List<int> GetStandaloneCodePoints(IEnumerable<List<int>> codePointLists) =>
        [.. codePointLists.Where(list => list.Count == 1).Select(list => list[0])];

    public static List<string> ConvertStringToTextElements(string textString)
    {
        List<string> elements = [];
        TextElementEnumerator enumerator = StringInfo.GetTextElementEnumerator(textString);
        while (enumerator.MoveNext())
            elements.Add(enumerator.GetTextElement());
        return elements;
    }

    public static List<int> ConvertTextElementToUtf32CodePoints(string textElement)
    {
        List<int> codePoints = [];
        for (int i = 0; i < textElement.Length; i += char.IsHighSurrogate(textElement, i) ? 2 : 1)
            codePoints.Add(char.ConvertToUtf32(textElement, i));
        return codePoints;
    }

    public static void Reset()
    {
        DefaultWeight = null;
        DefaultSlant = null;
        DefaultWidth = null;
        Default = Sans = InstalledFonts.DefaultFamily;
        Serif = InstalledSerif();
        Monospace = InstalledMonospace();
    }
}
