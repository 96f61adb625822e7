using ScottPlot.AutoScalers;
using ScottPlot.AxisPanels;
using ScottPlot.Grids;

namespace ScottPlot;

/// <summary>The axes, panels and grids of a plot. Other parts: limits, scaling, linking.</summary>
public partial class AxisManager
{
    private readonly Plot plot;
    private readonly List<IXAxis> xAxes = [];
    private readonly List<IYAxis> yAxes = [];
    private readonly List<IPanel> panels = [];

    public AxisManager(Plot plot)
    {
        this.plot = plot;
        BottomAxis bottom = new();
        LeftAxis left = new();
        xAxes.AddRange([bottom, new TopAxis()]);
        yAxes.AddRange([left, new RightAxis()]);
        DefaultGrid = new DefaultGrid(bottom, left);
    }

    public IAutoScaler AutoScaler { get; set; } = new FractionalAutoScaler();
    public Panels.TitlePanel Title { get; } = new();
    public IXAxis Top => xAxes.First(a => a.Edge == Edge.Top);
    public IXAxis Bottom => xAxes.First(a => a.Edge == Edge.Bottom);
    public IYAxis Left => yAxes.First(a => a.Edge == Edge.Left);
    public IYAxis Right => yAxes.First(a => a.Edge == Edge.Right);
    public bool LimitsHaveBeenSet => Bottom.Range.HasBeenSet && Left.Range.HasBeenSet;
    public DefaultGrid DefaultGrid { get; set; }
    public List<IGrid> CustomGrids { get; } = [];
    public List<IGrid> AllGrids => [DefaultGrid, .. CustomGrids];
    public List<IAxisRule> Rules { get; } = [];
    public bool ContinuouslyAutoscale { get; set; }

    public IEnumerable<IAxis> GetAxes() => [.. xAxes, .. yAxes];
    public IEnumerable<IXAxis> GetXAxes() => xAxes;
    public IEnumerable<IYAxis> GetYAxes() => yAxes;
    public IEnumerable<IAxis> GetAxes(Edge edge) => GetAxes().Where(a => a.Edge == edge).ToArray();
    public IPanel[] GetPanels() => [.. GetAxes(), .. panels, Title];

    // ---- looks ----

    private IEnumerable<AxisBase> Styled => GetAxes().OfType<AxisBase>();

    public void Color(Color color)
    {
        foreach (AxisBase axis in Styled)
            axis.Color(color);
        Title.Label.ForeColor = color;
    }

    public void Color(IAxis axis, Color color)
    {
        (axis as AxisBase)?.Color(color);
        Title.Label.ForeColor = color;
    }

    public void Frame(bool enable)
    {
        foreach (AxisBase axis in Styled)
            axis.FrameLineStyle.IsVisible = enable;
    }

    public void FrameWidth(float width)
    {
        foreach (AxisBase axis in Styled)
            axis.FrameLineStyle.Width = width;
    }

    public void FrameColor(Color color)
    {
        foreach (AxisBase axis in Styled)
            axis.FrameLineStyle.Color = color;
    }

    private IEnumerable<LineStyle> StraightLines =>
    [
        .. Styled.Select(a => a.FrameLineStyle),
        DefaultGrid.XAxisStyle.MajorLineStyle, DefaultGrid.XAxisStyle.MinorLineStyle,
        DefaultGrid.YAxisStyle.MajorLineStyle, DefaultGrid.YAxisStyle.MinorLineStyle,
    ];

    private IEnumerable<TickMarkStyle> TickMarks => Styled.SelectMany(a => new[] { a.MajorTickStyle, a.MinorTickStyle });

    public void AntiAlias(bool enable)
    {
        foreach (LineStyle line in StraightLines)
            line.AntiAlias = enable;
        foreach (TickMarkStyle mark in TickMarks)
            mark.AntiAlias = enable;
    }

    public void Hairline(bool enable)
    {
        foreach (LineStyle line in StraightLines)
            line.Hairline = enable;
        foreach (TickMarkStyle mark in TickMarks)
            mark.Hairline = enable;
    }

    public void Frameless(bool hideAllPanels = true)
    {
        foreach (IAxis axis in GetAxes())
            axis.IsVisible = !hideAllPanels;
        Title.IsVisible = !hideAllPanels;
    }

    // ---- adding and removing ----

    public void Remove(Edge edge)
    {
        xAxes.RemoveAll(a => a.Edge == edge);
        yAxes.RemoveAll(a => a.Edge == edge);
    }

    public void Remove(IAxis axis)
    {
        xAxes.RemoveAll(a => a == axis);
        yAxes.RemoveAll(a => a == axis);
    }

    public void Remove(IPanel panel) => panels.Remove(panel);
    public void AddPanel(IPanel panel) => panels.Add(panel);
    public void AddYAxis(IYAxis axis) => yAxes.Add(axis);
    public void AddXAxis(IXAxis axis) => xAxes.Add(axis);

    public LeftAxis AddLeftAxis() => Added(new LeftAxis());
    public RightAxis AddRightAxis() => Added(new RightAxis());
    public BottomAxis AddBottomAxis() => Added(new BottomAxis());
    public TopAxis AddTopAxis() => Added(new TopAxis());

    public void AddLeftAxis(IYAxis axis) => yAxes.Add(On(Edge.Left, axis));
    public void AddRightAxis(IYAxis axis) => yAxes.Add(On(Edge.Right, axis));
    public void AddBottomAxis(IXAxis axis) => xAxes.Add(On(Edge.Bottom, axis));
    public void AddTopAxis(IXAxis axis) => xAxes.Add(On(Edge.Top, axis));

    private T Added<T>(T axis)
        where T : AxisBase
    {
        if (axis is IXAxis x)
            xAxes.Add(x);
        else
            yAxes.Add((IYAxis)axis);
        return axis;
    }

    private static T On<T>(Edge edge, T axis)
        where T : IAxis => axis.Edge == edge ? axis : throw new InvalidOperationException($"The given axis is not a {edge} axis");

    /// <summary>A new bottom axis with numbers in the place of the present one, for the grid and for all plottables.</summary>
    public BottomAxis NumericTicksBottom()
    {
        Remove(Edge.Bottom);
        BottomAxis axis = new();
        xAxes.Add(axis);
        DefaultGrid.XAxis = axis;
        foreach (IPlottable plottable in plot.PlottableList.Where(p => p.Axes.XAxis is not null))
            plottable.Axes.XAxis = axis;
        AutoScale();
        return axis;
    }
}
