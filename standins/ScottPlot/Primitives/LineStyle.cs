namespace ScottPlot;

public class LineStyle
{
    public LineStyle() { }
    public LineStyle(float width) => Width = width;
    public LineStyle(float width, Color color) : this(width) => Color = color;
    public LineStyle(float width, Color color, LinePattern pattern) : this(width, color) => Pattern = pattern;

    public static LineStyle None => new();

    public float Width { get; set; }
    public bool Hairline { get; set; }
    public bool HandDrawn { get; set; }
    public double HandDrawnSegmentLength { get; set; } = 7;
    public double HandDrawnJitter { get; set; } = 1.2;
    public Color Color { get; set; } = Colors.Black;
    public LinePattern Pattern { get; set; } = LinePattern.Solid;
    public bool IsVisible { get; set; } = true;
    public bool AntiAlias { get; set; } = true;
    public float StrokeMiter { get; set; } = 4;

    private bool roundEnds;

    // Either value rounds the line: the package's setter does not look at it.
    public bool Rounded { get => roundEnds; set => roundEnds = true; }

    public bool CanBeRendered => IsVisible && Color.Alpha > 0 && (Width != 0 || Hairline);

    // Round ends and the hand-drawn look are not copied, as in the package.
    public LineStyle Clone() => new(Width, Color, Pattern) { Hairline = Hairline, AntiAlias = AntiAlias, IsVisible = IsVisible };
}
