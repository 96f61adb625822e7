using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>Text of one style, in as many lines as it needs.</summary>
/// <param name="Text">The text; empty for nothing, which takes no room.</param>
/// <param name="Size">Size of the font in pixels.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Bold">Whether it is bold.</param>
internal sealed partial record TextBlock(string Text, float Size, Color Color, bool Bold = false)
{
    private const float Leading = 1.4f;

    /// <summary>Room above the first line.</summary>
    public float Above { get; init; }

    /// <summary>Room below the last line.</summary>
    public float Below { get; init; }

    /// <summary>Height of all lines with the room around them.</summary>
    public float Height(float width) => Text.Length == 0 ? 0 : Above + (Lines(width).Count * LineHeight) + Below;

    /// <summary>The lines: broken between words where one more word would be too much.</summary>
    public IReadOnlyList<string> Lines(float width)
    {
        List<string> lines = [];
        foreach (var word in BetweenWords().Split(Text))
        {
            if (lines.Count > 0 && ChartFont.Width($"{lines[^1]} {word}", Size, Bold) <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>Draws the lines.</summary>
    /// <returns>Where what comes below may begin.</returns>
    public float Draw(SKCanvas canvas, Paint paint, float left, float top, float width)
    {
        var style = new LabelStyle
        {
            FontSize = Size, Bold = Bold, ForeColor = Color, Alignment = Alignment.MiddleLeft, OffsetY = ChartFont.CenteringOffset(Size),
        };
        var middle = top + Above + (LineHeight / 2);
        foreach (var line in Lines(width))
        {
            style.Render(canvas, new Pixel(left, middle), paint, line);
            middle += LineHeight;
        }

        return top + Height(width);
    }

    private float LineHeight => Leading * Size;

    // A number and its per cent stay together.
    [GeneratedRegex(" (?!%)")]
    private static partial Regex BetweenWords();
}
