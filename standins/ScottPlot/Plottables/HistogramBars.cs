using ScottPlot.Statistics;

namespace ScottPlot.Plottables;

public class HistogramBars : IPlottable
{
    private readonly Histogram histogram;

    public HistogramBars(Histogram histogram)
    {
        this.histogram = histogram;
        Bars = Lower.Zip(Upper, (lower, upper) => new Bar { Position = (lower + upper) / 2 }).ToArray();
        BarWidthFraction = 1;
    }

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public Bar[] Bars { get; set; }
    public LabelStyle LabelStyle { get; set; } = new() { IsVisible = false };
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    /// <summary>How much of its bin a bar takes; the bars stay in the middle.</summary>
    public double BarWidthFraction
    {
        set
        {
            for (int i = 0; i < histogram.Bins.Length; i++)
                Bars[i].Size = (histogram.Edges[i + 1] - histogram.Edges[i]) * value;
        }
    }

    // To the lower edge of the last bin only, so that an autoscale cuts the last bar: as in the package.
    public AxisLimits GetAxisLimits() => new(histogram.Bins[0], histogram.Bins[^1], 0, histogram.Counts.Max());

    // The bars take their heights here, from whatever was counted by now.
    public virtual void Render(RenderPack rp)
    {
        for (int i = 0; i < histogram.Bins.Length; i++)
        {
            Bars[i].Value = histogram.Counts[i];
            Bars[i].Render(rp, Axes, LabelStyle);
        }
    }

    private double[] Lower => histogram.Edges[..^1];
    private double[] Upper => histogram.Edges[1..];
}
