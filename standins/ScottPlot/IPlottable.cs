namespace ScottPlot;

/// <summary>Something drawn inside the data area.</summary>
public interface IPlottable
{
    bool IsVisible { get; set; }

    /// <summary>The axes to draw on; the plot's own are filled in at the first render.</summary>
    IAxes Axes { get; set; }

    AxisLimits GetAxisLimits();

    void Render(RenderPack rp);

    IEnumerable<LegendItem> LegendItems { get; }
}

/// <summary>A plottable with a second part that is drawn after the axes and may lie over them.</summary>
public interface IRenderLast
{
    void RenderLast(RenderPack rp);
}

/// <summary>A plottable that sets axis limits just before each render.</summary>
public interface IManagesAxisLimits
{
    void UpdateAxisLimits(Plot plot);
    bool ManageAxisLimits { get; set; }
}
