namespace ScottPlot;

public partial class AxisManager
{
    private readonly List<(IAxis Source, IAxis Target, Plot TargetPlot)> links = [];

    // ---- pan and zoom ----

    // what is given in pixels needs a render to know how long a pixel is
    private bool WasRendered => plot.LastRender.Count > 0;

    public void Pan(Pixel mouseDown, Pixel mouseUp) => Pan(new PixelOffset(mouseDown.X - mouseUp.X, mouseUp.Y - mouseDown.Y));

    public void Pan(PixelOffset offset)
    {
        if (!WasRendered)
            return;
        PixelRect data = plot.LastRender.DataRect;
        xAxes.ForEach(a => a.Range.Pan(a.GetCoordinateDistance(offset.X, data)));
        yAxes.ForEach(a => a.Range.Pan(a.GetCoordinateDistance(offset.Y, data)));
    }

    public void Pan(CoordinateOffset distance)
    {
        xAxes.ForEach(a => a.Range.Pan(distance.X));
        yAxes.ForEach(a => a.Range.Pan(distance.Y));
    }

    public void Zoom(Pixel px1, Pixel px2)
    {
        if (!WasRendered)
            return;
        PixelRect data = plot.LastRender.DataRect;
        xAxes.ForEach(a => a.Range.ZoomMouseDelta(px2.X - px1.X, data.Width));
        yAxes.ForEach(a => a.Range.ZoomMouseDelta(px1.Y - px2.Y, data.Height));
    }

    public void Zoom(Pixel px, double fracX, double fracY)
    {
        if (!WasRendered)
            return;
        PixelRect data = plot.LastRender.DataRect;
        xAxes.ForEach(a => a.Range.ZoomFrac(fracX, a.GetCoordinate(px.X, data)));
        yAxes.ForEach(a => a.Range.ZoomFrac(fracY, a.GetCoordinate(px.Y, data)));
    }

    public void Zoom(double fracX = 1, double fracY = 1)
    {
        CheckPositive(fracX, fracY);
        xAxes.ForEach(a => a.Range.ZoomFrac(fracX));
        yAxes.ForEach(a => a.Range.ZoomFrac(fracY));
    }

    public void ZoomIn(double fracX = 1, double fracY = 1) => Zoom(fracX, fracY);

    public void ZoomOut(double x = 1, double y = 1)
    {
        CheckPositive(x, y);
        xAxes.ForEach(a => a.Range.ZoomOut(x));
        yAxes.ForEach(a => a.Range.ZoomOut(y));
    }

    public void ZoomOutX(double x = 1) => ZoomOut(x, 1);
    public void ZoomOutY(double y = 1) => ZoomOut(1, y);

    private static void CheckPositive(double x, double y)
    {
        if (x <= 0 || y <= 0)
            throw new ArgumentException("zoom fraction must be >= 0");
    }

    // ---- limits shared with other plots ----

    public void Link(IAxis thisPlotAxis, IAxis otherPlotAxis, Plot otherPlot)
    {
        if (!GetAxes().Contains(thisPlotAxis))
            throw new InvalidOperationException($"{nameof(thisPlotAxis)} must be an axis from this plot");
        links.Add((thisPlotAxis, otherPlotAxis, otherPlot));
    }

    public void Link(Plot target, bool x = true, bool y = true)
    {
        if (x)
            Link(Bottom, target.Axes.Bottom, target);
        if (y)
            Link(Left, target.Axes.Left, target);
    }

    public void UnlinkAll() => links.Clear();
    public void Unlink(Plot target) => links.RemoveAll(l => l.TargetPlot == target);
    public void Unlink(IAxis axis) => links.RemoveAll(l => l.Source == axis || l.Target == axis);

    /// <summary>Gives the linked axes this plot's limits and renders the plots they belong to.</summary>
    public void ApplyLinkedAxisRules()
    {
        HashSet<Plot> changed = [];
        foreach (var (source, target, targetPlot) in links)
        {
            if (target.Min == source.Min && target.Max == source.Max)
                continue;
            (target.Min, target.Max) = (source.Min, source.Max);
            targetPlot.RenderManager.DisableAxisLimitsChangedEventOnNextRender = true;
            changed.Add(targetPlot);
        }
        foreach (Plot other in changed)
            other.RenderInMemory();
    }
}
