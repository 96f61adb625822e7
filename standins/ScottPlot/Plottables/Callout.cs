namespace ScottPlot.Plottables;

/// <summary>A text with an arrow from its box to a place.</summary>
public class Callout : LabelStyleProperties, IPlottable, IHasArrow
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public Text LabelPlottable { get; } = new() { LabelPadding = 5 };
    public Arrow ArrowPlottable { get; } = new();
    public override LabelStyle LabelStyle { get => LabelPlottable.LabelStyle; set => LabelPlottable.LabelStyle = value; }
    public string Text { get => LabelText; set => LabelText = value; }

    public ArrowStyle ArrowStyle { get => ArrowPlottable.ArrowStyle; set => ArrowPlottable.ArrowStyle = value; }
    public Color ArrowLineColor { get => ArrowStyle.LineColor; set => ArrowStyle.LineColor = value; }
    public float ArrowLineWidth { get => ArrowStyle.LineWidth; set => ArrowStyle.LineWidth = value; }
    public Color ArrowFillColor { get => ArrowStyle.FillColor; set => ArrowStyle.FillColor = value; }
    public float ArrowMinimumLength { get => ArrowStyle.MinimumLength; set => ArrowStyle.MinimumLength = value; }
    public float ArrowMaximumLength { get => ArrowStyle.MaximumLength; set => ArrowStyle.MaximumLength = value; }
    public float ArrowOffset { get => ArrowStyle.Offset; set => ArrowStyle.Offset = value; }
    public ArrowAnchor ArrowAnchor { get => ArrowStyle.Anchor; set => ArrowStyle.Anchor = value; }
    public float ArrowWidth { get => ArrowStyle.ArrowWidth; set => ArrowStyle.ArrowWidth = value; }
    public float ArrowheadAxisLength { get => ArrowStyle.ArrowheadAxisLength; set => ArrowStyle.ArrowheadAxisLength = value; }
    public float ArrowheadLength { get => ArrowStyle.ArrowheadLength; set => ArrowStyle.ArrowheadLength = value; }
    public float ArrowheadWidth { get => ArrowStyle.ArrowheadWidth; set => ArrowStyle.ArrowheadWidth = value; }

    public Color TextColor { get => LabelFontColor; set => LabelFontColor = value; }
    public bool Bold { get => LabelBold; set => LabelBold = value; }
    public float FontSize { get => LabelFontSize; set => LabelFontSize = value; }
    public Color TextBorderColor { get => LabelBorderColor; set => LabelBorderColor = value; }
    public float TextBorderWidth { get => LabelBorderWidth; set => LabelBorderWidth = value; }
    public Color TextBackgroundColor { get => LabelBackgroundColor; set => LabelBackgroundColor = value; }
    public Coordinates TextCoordinates { get; set; }
    public Coordinates TipCoordinates { get; set; }
    public Pixel TextPixel { get; private set; }
    public Pixel TipPixel { get; private set; }
    public PixelRect LastRenderRect => LabelStyle.LastRenderPixelRect;
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => new([TextCoordinates, TipCoordinates]);

    /// <summary>The corner or middle of an edge of the text's box that is nearest to the tip.</summary>
    public Coordinates CalculateClosestAttachPoint(Paint paint)
    {
        PixelRect box = new PixelRect(TextPixel, LabelStyle.Measure(LabelText, paint).Size).Expand(LabelPixelPadding);
        Pixel[] places =
        [
            box.LeftCenter, box.RightCenter, box.TopCenter, box.BottomCenter,
            box.TopLeft, box.TopRight, box.BottomLeft, box.BottomRight,
        ];
        return Axes.GetCoordinates(places.MinBy(TipPixel.DistanceFrom));
    }

    public virtual void Render(RenderPack rp)
    {
        TextPixel = Axes.GetPixel(TextCoordinates);
        TipPixel = Axes.GetPixel(TipCoordinates);
        (LabelPlottable.Axes, LabelPlottable.Location) = (Axes, TextCoordinates);
        LabelPlottable.Render(rp);
        (ArrowPlottable.Axes, ArrowPlottable.Base, ArrowPlottable.Tip) = (Axes, CalculateClosestAttachPoint(rp.Paint), TipCoordinates);
        ArrowPlottable.Render(rp);
    }
}
