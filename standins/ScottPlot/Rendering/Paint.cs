using ScottPlot.Typefaces;

namespace ScottPlot;

/// <summary>Carries the font that text is measured with from panel to panel.</summary>
public class Paint : IDisposable
{
    private Paint()
    {
    }

    public static Paint NewDisposablePaint() => new();

    public Color Color { get; set; } = Colors.Black;
    public bool IsStroke { get; set; }
    public float StrokeWidth { get; set; }
    public bool IsAntialias { get; set; }
    public float StrokeMiter { get; set; } = 4;
    public float TextSize { get; set; } = 12;
    public bool SubpixelText { get; set; }
    public bool Bold { get; set; }

    internal FontFile Font { get; set; } = FontFile.None;

    public float FontSpacing => Font.LineHeight * TextSize;

    public PixelRect MeasureText(string str)
    {
        float width = Font.MeasureWidth(str, TextSize);
        return new PixelRect(0, width, FontSpacing, 0);
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
