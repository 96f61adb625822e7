namespace ScottPlot.Plottables;

public class BarPlot(List<Bar> bars) : IPlottable, IHasLegendText, IRenderLast
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public List<Bar> Bars { get; } = bars;

    /// <summary>Whether the labels may lie over the axes.</summary>
    public bool LabelsOnTop { set => Bars.ForEach(bar => bar.LabelOnTop = value); }

    public LabelStyle ValueLabelStyle { get; set; } = new() { Alignment = Alignment.LowerCenter };
    public string ValueLabel { get => ValueLabelStyle.Text; set => ValueLabelStyle.Text = value; }
    public Color Color { set => Bars.ForEach(bar => bar.FillColor = value); }
    public bool Horizontal { set => Bars.ForEach(bar => bar.Orientation = value ? Orientation.Horizontal : Orientation.Vertical); }

    // The colour of the first bar stands for all.
    public IEnumerable<LegendItem> LegendItems =>
        Bars.Count == 0 ? LegendItem.None : [new() { Plottable = this, LabelText = LegendText, FillColor = Bars[0].FillColor }];

    public AxisLimits GetAxisLimits() => Bars.Aggregate(AxisLimits.NoLimits, (limits, bar) => limits.ExpandedToInclude(bar.AxisLimits));

    public virtual void Render(RenderPack rp)
    {
        foreach (Bar bar in Bars)
        {
            bar.RenderBody(rp, Axes);
            if (!bar.LabelOnTop)
                RenderLabel(rp, bar);
        }
    }

    public virtual void RenderLast(RenderPack rp)
    {
        foreach (Bar bar in Bars.Where(bar => bar.LabelOnTop))
            RenderLabel(rp, bar);
    }

    private void RenderLabel(RenderPack rp, Bar bar)
    {
        ValueLabelStyle.Text = bar.Label;
        bar.RenderText(rp, Axes, ValueLabelStyle);
    }
}
