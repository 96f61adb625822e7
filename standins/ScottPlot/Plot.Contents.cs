using ScottPlot.Panels;

namespace ScottPlot;

public partial class Plot
{
    // ---- plottables ----

    public IEnumerable<IPlottable> GetPlottables() => PlottableList;

    public IEnumerable<T> GetPlottables<T>()
        where T : IPlottable => PlottableList.OfType<T>();

    public void Remove(IPlottable plottable) => PlottableList.RemoveAll(p => p.Equals(plottable));
    public void Remove(IPanel panel) => Axes.Remove(panel);
    public void Remove(IAxis axis) => Axes.Remove(axis);
    public void Remove(Type plotType) => PlottableList.RemoveAll(p => p.GetType() == plotType);

    public void Remove<T>()
        where T : IPlottable => PlottableList.RemoveAll(p => p is T);

    public void Remove<T>(Func<T, bool> predicate)
        where T : IPlottable => PlottableList.RemoveAll(p => p is T t && predicate(t));

    public void Clear() => PlottableList.Clear();

    public void Clear<T>()
        where T : IPlottable => Remove<T>();

    public void MoveToTop(IPlottable plottable) => MoveToFront(plottable);
    public void MoveToBottom(IPlottable plottable) => MoveToBack(plottable);

    /// <summary>Last in the list: drawn over the others.</summary>
    public void MoveToFront(IPlottable plottable)
    {
        if (PlottableList.Remove(plottable))
            PlottableList.Add(plottable);
    }

    /// <summary>First in the list: drawn under the others.</summary>
    public void MoveToBack(IPlottable plottable)
    {
        if (PlottableList.Remove(plottable))
            PlottableList.Insert(0, plottable);
    }

    // ---- axes, grid, titles ----

    public void HideAxesAndGrid()
    {
        Axes.Frameless();
        HideGrid();
    }

    public void ShowAxesAndGrid()
    {
        Axes.Frameless(false);
        ShowGrid();
    }

    public void HideGrid() => Axes.AllGrids.ForEach(g => g.IsVisible = false);
    public void ShowGrid() => Axes.AllGrids.ForEach(g => g.IsVisible = true);

    public void Title(string? text = null, float? size = null)
    {
        Axes.Title.IsVisible = true;
        SetText(Axes.Title.Label, text ?? Axes.Title.Label.Text, size);
    }

    public void Title(bool show) => Axes.Title.IsVisible = show;
    public void XLabel(string label, float? size = null) => SetText(Axes.Bottom.Label, label, size);
    public void YLabel(string label, float? size = null) => SetText(Axes.Left.Label, label, size);

    private static void SetText(LabelStyle label, string text, float? size)
    {
        label.Text = text;
        label.FontSize = size ?? label.FontSize;
    }

    // ---- legend ----

    public Legend ShowLegend()
    {
        Legend.IsVisible = true;
        return Legend;
    }

    public Legend ShowLegend(Alignment alignment)
    {
        Legend.Alignment = alignment;
        return ShowLegend();
    }

    public Legend ShowLegend(Alignment alignment, Orientation orientation)
    {
        Legend.Orientation = orientation;
        return ShowLegend(alignment);
    }

    public Legend ShowLegend(IEnumerable<LegendItem> items, Alignment location = Alignment.LowerRight)
    {
        LegendItem[] given = [.. items];
        Legend.ManualItems.Clear();
        Legend.ManualItems.AddRange(given);
        return ShowLegend(location);
    }

    /// <summary>Shows the legend outside the data area instead of inside.</summary>
    public LegendPanel ShowLegend(Edge edge)
    {
        HideLegend();
        Legend.Orientation = edge is Edge.Left or Edge.Right ? Orientation.Vertical : Orientation.Horizontal;
        LegendPanel panel = new(Legend) { Edge = edge };
        Axes.AddPanel(panel);
        return panel;
    }

    public Legend HideLegend()
    {
        Legend.IsVisible = false;
        return Legend;
    }

    // ---- styles ----

    public PlotStyle GetStyle() => PlotStyle.FromPlot(this);
    public void SetStyle(PlotStyle style) => style.Apply(this);
    public void SetStyle(Plot otherPlot) => SetStyle(otherPlot.GetStyle());

    public void Developer_ShowAxisDetails(bool enable = true)
    {
        foreach (IPanel panel in Axes.GetAxes())
            panel.ShowDebugInformation = enable;
    }
}
