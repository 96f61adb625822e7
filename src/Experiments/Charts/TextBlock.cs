using ScottPlot;
using SkiaSharp;

namespace Experiments.Charts;

/// <summary>Text of one style, in as many lines as it needs.</summary>
/// <param name="Text">The text; empty for nothing, which takes no room.</param>
/// <param name="Size">Size of the font in pixels.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Above">Room above the first line.</param>
/// <param name="Below">Room below the last line.</param>
internal sealed partial record TextBlock(string Text, float Size, Color Color, bool Bold = false, float Above = 0, float Below = 0)
{
    private const float Leading = 1.4f;

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
        if (Text.Length == 0)
        {
            return top;
        }

        var style = new LabelStyle
        {
            FontSize = Size, Bold = Bold, ForeColor = Color, Alignment = Alignment.MiddleLeft, OffsetY = ChartFont.CenteringOffset(Size),
        };
        top += Above;
        foreach (var line in Lines(width))
        {
            style.Render(canvas, new Pixel(left, top + (Leading * Size / 2)), paint, line);
            top += Leading * Size;
        }

        return top + Below;
    }

    // A number and its per cent stay together.
    [GeneratedRegex(" (?!%)")]
    private static partial Regex BetweenWords();
}
