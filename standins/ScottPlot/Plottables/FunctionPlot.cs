using ScottPlot.PathStrategies;

namespace ScottPlot.Plottables;

/// <summary>A function, evaluated once for each column of pixels; where it is not finite there is a gap.</summary>
public class FunctionPlot(IFunctionSource source) : IPlottable, IHasLine, IHasLegendText
{
    private CoordinateRange seenY = CoordinateRange.NotSet;
    private CoordinateRange seenX = new(-10, 10);

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public double MinX
    {
        get => double.IsInfinity(source.RangeX.Min) ? Axes.XAxis.Min : source.RangeX.Min;
        set => source.RangeX = new(value, source.RangeX.Max);
    }

    public double MaxX
    {
        get => double.IsInfinity(source.RangeX.Max) ? Axes.XAxis.Max : source.RangeX.Max;
        set => source.RangeX = new(source.RangeX.Min, value);
    }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, LineStyle);

    public double GetY(double x) => source.Get(x);

    // What the function reaches is known from drawing it; before that, limits are those of an empty plot.
    public AxisLimits GetAxisLimits()
    {
        if (seenY == CoordinateRange.NotSet)
            return AxisLimits.Default;
        bool isBounded = double.IsFinite(source.RangeX.Min) && double.IsFinite(source.RangeX.Max);
        return new(isBounded ? source.RangeX : seenX, seenY);
    }

    public virtual void Render(RenderPack rp)
    {
        double step = Axes.XAxis.GetCoordinateDistance(1, rp.DataRect);
        double last = Math.Min(MaxX, Axes.XAxis.Max);
        List<Pixel> line = [];
        for (double x = Math.Max(MinX, Axes.XAxis.Min); x <= last; x += step)
        {
            double y = GetY(x);
            line.Add(double.IsFinite(y) ? Axes.GetPixel(new(x, y)) : Pixel.NaN);
            if (double.IsFinite(y))
                seenY = new(Math.Min(seenY.Value1, y), Math.Max(seenY.Value2, y));
        }
        Straight.Draw(rp.Canvas, line, LineStyle);
        seenX = Axes.XAxis.Range.ToCoordinateRange;
    }
}
