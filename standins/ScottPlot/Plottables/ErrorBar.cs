using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

/// <summary>Errors up, down, left and right of points; those not given (null) are zero.</summary>
public class ErrorBar : IPlottable, IHasLine, IHasLegendText
{
    public ErrorBar(
        IReadOnlyList<double> xs,
        IReadOnlyList<double> ys,
        IReadOnlyList<double>? xErrorsPositive,
        IReadOnlyList<double>? xErrorsNegative,
        IReadOnlyList<double>? yErrorsPositive,
        IReadOnlyList<double>? yErrorsNegative)
    {
        (Xs, Ys) = (xs, ys);
        (XErrorPositive, XErrorNegative) = (xErrorsPositive, xErrorsNegative);
        (YErrorPositive, YErrorNegative) = (yErrorsPositive, yErrorsNegative);
    }

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public IReadOnlyList<double> Xs { get; set; }
    public IReadOnlyList<double> Ys { get; set; }
    public IReadOnlyList<double>? XErrorPositive { get; set; }
    public IReadOnlyList<double>? XErrorNegative { get; set; }
    public IReadOnlyList<double>? YErrorPositive { get; set; }
    public IReadOnlyList<double>? YErrorNegative { get; set; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    /// <summary>Half the length of a cap in pixels.</summary>
    public float CapSize { get; set; } = 3;

    public Color Color { get => LineColor; set => LineColor = value; }
    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, LineStyle);

    public AxisLimits GetAxisLimits()
    {
        AxisLimits limits = AxisLimits.NoLimits;
        for (int i = 0; i < Xs.Count; i++)
        {
            limits = limits.ExpandedToInclude(new(
                Xs[i] - (XErrorNegative?[i] ?? 0),
                Xs[i] + (XErrorPositive?[i] ?? 0),
                Ys[i] - (YErrorNegative?[i] ?? 0),
                Ys[i] + (YErrorPositive?[i] ?? 0)));
        }
        return limits;
    }

    public virtual void Render(RenderPack rp)
    {
        RenderErrors(rp, Ys, YErrorPositive, YErrorNegative, (i, y) => new(Xs[i], y), new Pixel(CapSize, 0));
        RenderErrors(rp, Xs, XErrorPositive, XErrorNegative, (i, x) => new(x, Ys[i]), new Pixel(0, CapSize));
    }

    private void RenderErrors(
        RenderPack rp,
        IReadOnlyList<double> values,
        IReadOnlyList<double>? up,
        IReadOnlyList<double>? down,
        Func<int, double, Coordinates> place,
        Pixel cap)
    {
        CanvasPath path = new();
        bool isDrawable = true;
        for (int i = 0; i < values.Count; i++)
        {
            double low = values[i] - (down?[i] ?? 0), high = values[i] + (up?[i] ?? 0);
            if (low == high && low == values[i])
                continue;
            Pixel lowPixel = Axes.GetPixel(place(i, low)), highPixel = Axes.GetPixel(place(i, high));
            path.AddLine(lowPixel - cap, lowPixel + cap).AddLine(lowPixel, highPixel).AddLine(highPixel - cap, highPixel + cap);
            isDrawable &= float.IsFinite(lowPixel.X + lowPixel.Y + highPixel.X + highPixel.Y);
        }

        // All errors of one direction are one path, which one NaN undoes: as in the package.
        if (isDrawable)
            rp.Canvas.DrawPath(path, LineStyle);
    }
}
