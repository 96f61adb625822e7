namespace ScottPlot.LayoutEngines;

/// <summary>What all layout engines share: how large the panels are and how far from the data area.</summary>
public class LayoutEngineBase
{
    internal static Layout Arrange(PixelRect figureRect, Plot plot, Paint paint, Func<Dictionary<IPanel, float>, PixelRect> dataRect)
    {
        IPanel[] panels = plot.Axes.GetPanels();
        Dictionary<IPanel, float> sizes = panels.ToDictionary(p => p, p => SizeOf(p, paint));
        return new Layout(figureRect, dataRect(sizes), sizes, Offsets(panels, sizes));
    }

    /// <summary>
    /// The labels decide how large an axis is, and the size of the data area decides the labels. So the first ticks are made as if
    /// the data area were the whole figure; the final ones follow when the layout is known.
    /// </summary>
    internal static void EstimateTicks(PixelRect figureRect, Plot plot, Paint paint)
    {
        foreach (IXAxis axis in plot.Axes.GetXAxes())
            axis.RegenerateTicks(figureRect.Width, paint);
        foreach (IYAxis axis in plot.Axes.GetYAxes())
            axis.RegenerateTicks(figureRect.Height, paint);
    }

    private static float SizeOf(IPanel panel, Paint paint)
    {
        if (panel.MinimumSize == panel.MaximumSize)
            return panel.MinimumSize;
        return Math.Max(panel.MinimumSize, Math.Min(panel.MaximumSize, panel.Measure(paint)));
    }

    // panels on the same edge lie one outside the other, in the order they were added
    private static Dictionary<IPanel, float> Offsets(IPanel[] panels, Dictionary<IPanel, float> sizes)
    {
        Dictionary<IPanel, float> offsets = [];
        Dictionary<Edge, float> used = [];
        foreach (IPanel panel in panels)
        {
            offsets[panel] = used.GetValueOrDefault(panel.Edge);
            used[panel.Edge] = offsets[panel] + sizes[panel];
        }
        return offsets;
    }
}
