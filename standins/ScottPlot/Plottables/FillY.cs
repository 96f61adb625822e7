namespace ScottPlot.Plottables;

/// <summary>The area between two curves over the same x. One NaN and none of it is drawn.</summary>
public class FillY : IPlottable, IHasLine, IHasFill, IHasMarker, IHasLegendText
{
    private readonly Polygon area;

    public FillY() => area = Polygon.Empty;

    public FillY(Scatter scatter1, Scatter scatter2) =>
        area = new([.. scatter1.Data.GetScatterPoints(), .. scatter2.Data.GetScatterPoints().Reverse()]);

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get => area.Axes; set => area.Axes = value; }
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public FillStyle FillStyle { get => area.FillStyle; set => area.FillStyle = value; }
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public LineStyle LineStyle { get => area.LineStyle; set => area.LineStyle = value; }
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public MarkerStyle MarkerStyle { get => area.MarkerStyle; set => area.MarkerStyle = value; }
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, FillStyle, LineStyle);

    public void SetDataSource(ICollection<(double X, double Top, double Bottom)> items) => SetDataSource(items, item => item);

    public void SetDataSource<T>(ICollection<T> items, Func<T, (double X, double Top, double Bottom)> coordinateSolver)
    {
        (double X, double Top, double Bottom)[] places = items.Select(coordinateSolver).ToArray();
        IEnumerable<Coordinates> there = places.Select(p => new Coordinates(p.X, p.Bottom));
        IEnumerable<Coordinates> back = Enumerable.Reverse(places).Select(p => new Coordinates(p.X, p.Top));
        area.UpdateCoordinates([.. there, .. back]);
    }

    public AxisLimits GetAxisLimits() => area.GetAxisLimits();
    public virtual void Render(RenderPack rp) => area.Render(rp);
}
