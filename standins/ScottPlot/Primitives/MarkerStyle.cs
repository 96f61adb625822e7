namespace ScottPlot;

public class MarkerStyle : IHasLine, IHasFill, IHasOutline
{
    public MarkerStyle() { }
    public MarkerStyle(MarkerShape shape, float size) : this(shape, size, Colors.Gray) { }

    public MarkerStyle(MarkerShape shape, float size, Color color)
    {
        (Shape, Size, LineColor) = (shape, size, color);
        if (shape.IsLineOnly())
            LineWidth = 2;
        else
            FillColor = color;
    }

    public static MarkerStyle Default => new(MarkerShape.FilledCircle, 5);
    public static MarkerStyle None => new(MarkerShape.None, 0);

    public bool IsVisible { get; set; } = true;
    public MarkerShape Shape { get; set; }
    public float Size { get; set; }

    public Color MarkerColor
    {
        get => LineColor;
        set => FillColor = LineColor = value;
    }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public FillStyle FillStyle { get; set; } = new();
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public LineStyle OutlineStyle { get; set; } = new();
    public float OutlineWidth { get => OutlineStyle.Width; set => OutlineStyle.Width = value; }
    public LinePattern OutlinePattern { get => OutlineStyle.Pattern; set => OutlineStyle.Pattern = value; }
    public Color OutlineColor { get => OutlineStyle.Color; set => OutlineStyle.Color = value; }

    public IMarker? CustomRenderer { get; set; }

    [Obsolete("This property is obsolete. An outline will be drawn if OutlineWidth width is greater than 0.", true)]
    public bool FillOutline { get; set; }

    [Obsolete("use OutlineWidth, OutlineColor, OutlineStyle, etc", true)]
    public LineStyle Outline { get => OutlineStyle; set => OutlineStyle = value; }

    [Obsolete("use FillColor, FillHatchColor, FillHatch, or FillStyle", true)]
    public FillStyle Fill { get => FillStyle; set => FillStyle = value; }
}
