using ScottPlot.TickGenerators;

namespace ScottPlot.AxisPanels;

/// <summary>What horizontal and vertical axes share: range, styles, and the drawing of ticks and frame.</summary>
public abstract class AxisBase : LabelStyleProperties
{
    // horizontal axes have their labels nearer than vertical ones, whose labels end in digits of full height
    private const float GapBelowTick = 2, GapBesideTick = 5;

    public bool IsVisible { get; set; } = true;
    public abstract Edge Edge { get; }
    public virtual CoordinateRangeMutable Range { get; } = CoordinateRangeMutable.NotSet;
    public float MinimumSize { get; set; }
    public float MaximumSize { get; set; } = float.MaxValue;
    public float SizeWhenNoData { get; set; } = 15;
    public PixelPadding EmptyLabelPadding { get; set; } = new(10, 5);
    public PixelPadding PaddingBetweenTickAndAxisLabels { get; set; } = new(5, 3);
    public PixelPadding PaddingOutsideAxisLabels { get; set; } = new(2, 2);
    public bool ClipLabel { get; set; }
    public bool ShowDebugInformation { get; set; }

    public double Min { get => Range.Min; set => Range.Min = value; }
    public double Max { get => Range.Max; set => Range.Max = value; }

    public virtual ITickGenerator TickGenerator { get; set; } = new NumericAutomatic();

    [Obsolete("use LabelText, LabelFontColor, LabelFontSize, LabelFontName, etc. or properties of LabelStyle", false)]
    public LabelStyle Label => LabelStyle;

    public override LabelStyle LabelStyle { get; set; } = new() { FontSize = 16, Bold = true, Rotation = -90 };
    public LabelStyle TickLabelStyle { get; set; } = new() { Alignment = Alignment.MiddleCenter };
    public LineStyle FrameLineStyle { get; } = new(1) { AntiAlias = false };
    public TickMarkStyle MajorTickStyle { get; set; } = new() { Length = 4, Width = 1, Color = Colors.Black };
    public TickMarkStyle MinorTickStyle { get; set; } = new() { Length = 2, Width = 1, Color = Colors.Black };

    private protected bool HasLabel => !string.IsNullOrEmpty(LabelStyle.Text) || LabelStyle.Image is not null;

    public void Color(Color color)
    {
        LabelStyle.ForeColor = color;
        TickLabelStyle.ForeColor = color;
        MajorTickStyle.Color = color;
        MinorTickStyle.Color = color;
        FrameLineStyle.Color = color;
    }

    public void SetTicks(double[] xs, string[] labels)
    {
        if (xs.Length != labels.Length)
            throw new ArgumentException($"{nameof(xs)} and {nameof(labels)} must have equal length");
        TickGenerator = new NumericManual(xs, labels);
    }

    private protected void MakeTicks(PixelLength size, Paint paint)
    {
        TickLabelStyle.ApplyToPaint(paint);
        TickGenerator.Regenerate(Range.ToCoordinateRange, Edge, size, paint, TickLabelStyle);
    }

    public override string ToString() => $"{base.ToString()} {Range}";

    private protected void DrawLabel(RenderPack rp, PixelRect panelRect, Pixel place)
    {
        rp.Canvas.Save();
        if (ClipLabel)
            rp.Canvas.Clip(panelRect);
        LabelStyle.Render(rp.Canvas, place);
        rp.Canvas.Restore();
    }

    /// <summary>Draws the line between the panel and the data area.</summary>
    public static void DrawFrame(RenderPack rp, PixelRect panelRect, Edge edge, LineStyle lineStyle)
    {
        PixelLine line = edge switch
        {
            Edge.Left => new(panelRect.Right, panelRect.Bottom, panelRect.Right, panelRect.Top),
            Edge.Right => new(panelRect.Left, panelRect.Bottom, panelRect.Left, panelRect.Top),
            Edge.Bottom => new(panelRect.Left, panelRect.Top, panelRect.Right, panelRect.Top),
            // a tenth of a pixel down: then it meets the upper ends of the left and right lines also where it falls between two pixels
            _ when !lineStyle.AntiAlias => new(panelRect.Left, panelRect.Bottom + .1f, panelRect.Right, panelRect.Bottom + .1f),
            _ => new(panelRect.Left, panelRect.Bottom, panelRect.Right, panelRect.Bottom),
        };
        rp.Canvas.DrawLine(line, lineStyle);
    }

    public static void DrawTicks(RenderPack rp, LabelStyle label, PixelRect panelRect, IEnumerable<Tick> ticks, IAxis axis, TickMarkStyle majorStyle, TickMarkStyle minorStyle)
    {
        (LineStyle major, LineStyle minor) = (LineFor(majorStyle), LineFor(minorStyle));
        foreach (Tick tick in ticks)
        {
            float length = tick.IsMajor ? majorStyle.Length : minorStyle.Length;
            (Pixel inner, float outX, float outY) = Anchor(axis, panelRect, tick.Position);
            rp.Canvas.DrawLine(inner, inner.WithOffset(outX * length, outY * length), tick.IsMajor ? major : minor);
            if (string.IsNullOrWhiteSpace(tick.Label) || !label.IsVisible)
                continue;

            float distance = length + (outX == 0 ? GapBelowTick : GapBesideTick);
            if (label.Rotation == 0)
                label.Alignment = AlignmentBeside(axis.Edge);
            label.Render(rp.Canvas, inner.WithOffset(outX * distance, outY * distance), tick.Label);
        }
    }

    private static LineStyle LineFor(TickMarkStyle style) =>
        new(style.Width, style.Color, style.Pattern) { Hairline = style.Hairline, AntiAlias = style.AntiAlias };

    // the tick's place on the data area's border and the direction away from it
    private static (Pixel Inner, float OutX, float OutY) Anchor(IAxis axis, PixelRect panelRect, double position)
    {
        float at = axis.GetPixel(position, panelRect);
        return axis.Edge switch
        {
            Edge.Bottom => (new Pixel(at, panelRect.Top), 0, 1),
            Edge.Top => (new Pixel(at, panelRect.Bottom), 0, -1),
            Edge.Left => (new Pixel(panelRect.Right, at), -1, 0),
            _ => (new Pixel(panelRect.Left, at), 1, 0),
        };
    }

    private static Alignment AlignmentBeside(Edge edge) => edge switch
    {
        Edge.Bottom => Alignment.UpperCenter,
        Edge.Top => Alignment.LowerCenter,
        Edge.Left => Alignment.MiddleRight,
        _ => Alignment.MiddleLeft,
    };
}
