namespace ScottPlot.Rendering;

/// <summary>What a render does, in order. What comes later lies on top.</summary>
internal static class RenderSteps
{
    public static IReadOnlyList<(string Name, Action<RenderPack> Draw)> InOrder { get; } =
    [
        ("lock", rp => rp.Plot.RenderManager.PreRenderLock.Invoke(rp, EventArgs.Empty)),
        ("clear", Clear),
        ("default axes", rp => rp.Plot.Axes.ReplaceNullAxesWithDefaults()),
        ("autoscale", ScaleUnsetAxes),
        ("continuous autoscale", ScaleContinuously),
        ("plottables that manage axes", LetPlottablesSetLimits),
        ("rules before layout", rp => rp.Plot.Axes.Rules.ForEach(r => r.Apply(rp, beforeLayout: true))),
        ("layout", rp => rp.CalculateLayout()),
        ("figure background", DrawFigureBackground),
        ("rules after layout", rp => rp.Plot.Axes.Rules.ForEach(r => r.Apply(rp, beforeLayout: false))),
        ("ticks", MakeTicks),
        ("starting event", rp => rp.Plot.RenderManager.RenderStarting.Invoke(rp, rp)),
        ("data background", DrawDataBackground),
        ("grids below", rp => DrawGrids(rp, beneath: true)),
        ("plottables", DrawPlottables),
        ("grids above", rp => DrawGrids(rp, beneath: false)),
        ("legend", rp => rp.Plot.Legend.Render(rp)),
        ("panels", DrawPanels),
        ("borders", DrawBorders),
        ("plottables over the axes", DrawPlottablesLast),
    ];

    private static void Clear(RenderPack rp)
    {
        if (rp.Plot.RenderManager.ClearCanvasBeforeEachRender)
            rp.Canvas.Clear(new Color(0, 0, 0, 0));
    }

    private static void ScaleUnsetAxes(RenderPack rp)
    {
        AxisManager axes = rp.Plot.Axes;
        if (!rp.Plot.PlottableList.Any(p => p.IsVisible))
        {
            if (!axes.Bottom.Range.HasBeenSet)
                axes.SetLimitsX(AxisLimits.Default);
            if (!axes.Left.Range.HasBeenSet)
                axes.SetLimitsY(AxisLimits.Default);
            return;
        }

        foreach (IAxes pair in rp.Plot.PlottableList.Select(p => p.Axes))
        {
            (bool x, bool y) = (!pair.XAxis.Range.HasBeenSet, !pair.YAxis.Range.HasBeenSet);
            if (x || y)
                axes.AutoScale(pair.XAxis, pair.YAxis, x, y);
        }
    }

    private static void ScaleContinuously(RenderPack rp)
    {
        if (rp.Plot.Axes.ContinuouslyAutoscale)
            rp.Plot.Axes.AutoScale();
    }

    private static void LetPlottablesSetLimits(RenderPack rp)
    {
        foreach (IManagesAxisLimits plottable in rp.Plot.PlottableList.OfType<IManagesAxisLimits>().Where(p => p.ManageAxisLimits).ToArray())
            plottable.UpdateAxisLimits(rp.Plot);
    }

    // only axes with something on them: the others keep the ticks the layout was made with
    private static void MakeTicks(RenderPack rp)
    {
        foreach (IXAxis axis in rp.Plot.PlottableList.Select(p => p.Axes.XAxis).Distinct().ToArray())
            axis.RegenerateTicks(rp.DataRect.Width, rp.Paint);
        foreach (IYAxis axis in rp.Plot.PlottableList.Select(p => p.Axes.YAxis).Distinct().ToArray())
            axis.RegenerateTicks(rp.DataRect.Height, rp.Paint);
    }

    // on whole pixels: where plots of a multiplot meet between two, neither would cover the pixel
    private static void DrawFigureBackground(RenderPack rp)
    {
        double scale = rp.Plot.ScaleFactor;
        float Whole(float place) => (float)(Math.Floor(place * scale + .5) / scale);
        PixelRect figure = rp.ScaledFigureRect;
        rp.Plot.FigureBackground.Render(rp, new PixelRect(Whole(figure.Left), Whole(figure.Right), Whole(figure.Bottom), Whole(figure.Top)));
    }

    private static void DrawDataBackground(RenderPack rp)
    {
        rp.Canvas.Clip(rp.DataRect);
        rp.Plot.DataBackground.Render(rp, rp.DataRect);
    }

    private static void DrawGrids(RenderPack rp, bool beneath)
    {
        foreach (IGrid grid in rp.Plot.Axes.AllGrids.Where(g => g.IsBeneathPlottables == beneath))
            grid.Render(rp);
    }

    private static void DrawPlottables(RenderPack rp)
    {
        foreach (IPlottable plottable in rp.Plot.PlottableList.Where(p => p.IsVisible).ToArray())
        {
            plottable.Axes.DataRect = rp.DataRect;
            rp.Canvas.Save();
            rp.Canvas.Clip(rp.DataRect);
            plottable.Render(rp);
            rp.DisableClipping();
        }
    }

    private static void DrawPlottablesLast(RenderPack rp)
    {
        foreach (IRenderLast plottable in rp.Plot.PlottableList.Where(p => p.IsVisible).OfType<IRenderLast>().ToArray())
            plottable.RenderLast(rp);
    }

    private static void DrawPanels(RenderPack rp)
    {
        foreach (IPanel panel in rp.Plot.Axes.GetPanels())
            panel.Render(rp, rp.Layout.PanelSizes[panel], rp.Layout.PanelOffsets[panel]);
    }

    private static void DrawBorders(RenderPack rp)
    {
        LineStyle figure = rp.Plot.FigureBorder;
        rp.Canvas.DrawRectangleFromBottom(rp.FigureRect.Contract(figure.Width / 2), figure);
        rp.Canvas.DrawRectangleFromBottom(rp.DataRect, rp.Plot.DataBorder);
    }
}
