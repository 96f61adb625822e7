using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

public class Arrow : IPlottable, IHasArrow, IHasLegendText
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    public Coordinates Base { get; set; }
    public Coordinates Tip { get; set; }

    public ArrowStyle ArrowStyle { get; set; } = new() { LineWidth = 2 };
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

    public IEnumerable<LegendItem> LegendItems => [new() { ArrowStyle = ArrowStyle, LabelText = LegendText }];

    public AxisLimits GetAxisLimits() => new(new CoordinateRect(Base, Tip));

    public virtual void Render(RenderPack rp)
    {
        PixelLine line = Axes.GetPixelLine(new CoordinateLine(Base, Tip));
        ArrowDrawing.Draw(rp.Canvas, ArrowOffset == 0 ? line : line.BackedUpBy(ArrowOffset), ArrowStyle);
    }
}
