namespace ScottPlot;

/// <summary>The size of a text of one or more lines.</summary>
public readonly struct MeasuredText
{
    /// <summary>Width of the widest line, height of all lines.</summary>
    public PixelSize Size { get; init; }
    public float LineHeight { get; init; }
    public float[] LineWidths { get; init; }
    /// <summary>From the bottom of a line's box to the baseline of text drawn on it without room for descenders.</summary>
    public required float VerticalOffset { get; init; }
    /// <summary>How far the font reaches below the baseline.</summary>
    public required float Bottom { get; init; }

    public float Width => Size.Width;
    public float Height => Size.Height;

    /// <summary>The box around the text when its alignment point is the origin.</summary>
    public PixelRect Rect(Alignment alignment)
    {
        float left = -Width * alignment.HorizontalFraction();
        float top = Height * alignment.VerticalFraction() - Height;
        return new PixelRect(left, left + Width, top + Height, top);
    }
}
