namespace ScottPlot.Plottables;

public class BoxPlot : IPlottable, IHasLegendText
{
    public readonly List<Box> Boxes = [];

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public Color FillColor { set => Boxes.ForEach(box => box.FillColor = value); }
    public Color LineColor { set => Boxes.ForEach(box => box.LineColor = value); }
    public float LineWidth { set => Boxes.ForEach(box => box.LineWidth = value); }

    [Obsolete("use LineColor", true)]
    public Color StrokeColor { set => LineColor = value; }

    [Obsolete("use LineWidth", true)]
    public float StrokeWidth { set => LineWidth = value; }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, Boxes.First().FillStyle);

    public AxisLimits GetAxisLimits() =>
        Boxes.Aggregate(AxisLimits.NoLimits, (limits, box) => limits.ExpandedToInclude(box.GetAxisLimits()));
    public virtual void Render(RenderPack rp) => Boxes.ForEach(box => box.Render(rp, Axes));
}
