using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>
/// The font of every chart: DejaVu Sans, which comes with the engine. Charts look the same on every machine, and they have text where no
/// font is installed: ScottPlot would leave it out without an error.
/// </summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "DejaVu Sans";

    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    static ChartFont() => Fonts.FontResolvers.Insert(0, new ChartFont()); // before the system's fonts, among which may be another version

    /// <summary>Sets all text in this font: before anything is drawn, as a label takes the font that is set when it is made.</summary>
    public static void Use() => Fonts.Default = Name;

    /// <summary>Width of a text in pixels.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = new SKFont(bold ? Bold : Regular, size);
        return font.MeasureText(text);
    }

    /// <summary>Units of the outlines to the size of the font.</summary>
    public const int UnitsPerEm = 2048;

    /// <summary>A letter's outline as the data of an SVG's path.</summary>
    public static string Outline(Rune letter, bool bold)
    {
        using var font = new SKFont(bold ? Bold : Regular, UnitsPerEm) { Hinting = SKFontHinting.None, LinearMetrics = true };
        using var path = font.GetGlyphPath(font.GetGlyph(letter.Value));
        return path?.ToSvgPathData() ?? "";
    }

    /// <summary>
    /// How far down ScottPlot must move a text that it centres for capitals and digits to be centred: it centres the line, with the room
    /// that the font's lowest glyph takes.
    /// </summary>
    public static float CenteringOffset(float size)
    {
        using var paint = Paint.NewDisposablePaint();
        new LabelStyle { FontName = Name, FontSize = size }.ApplyToPaint(paint);
        var (lineHeight, metrics) = paint.GetFontMetrics();
        return metrics.Bottom + ((metrics.CapHeight - lineHeight) / 2);
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Name ? null : weight > FontWeight.Medium ? Bold : Regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName != Name ? null : bold ? Bold : Regular;

    private static SKTypeface Load(string file)
    {
        var name = $"{typeof(ChartFont).Namespace}.Fonts.{file}";
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The engine was built without its font: there is no resource {name}.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
