namespace ScottPlot;

/// <summary>Gives plots the limits of the first among them whose limits changed since its last render.</summary>
public class MultiplotSharedAxisManager : IMultiplotPreRenderAction
{
    private readonly List<Plot> sharingX = [];
    private readonly List<Plot> sharingY = [];

    public void ShareX(IEnumerable<Plot> plots) => Share(sharingX, plots);
    public void ShareY(IEnumerable<Plot> plots) => Share(sharingY, plots);

    private static void Share(List<Plot> sharing, IEnumerable<Plot> plots)
    {
        sharing.Clear();
        sharing.AddRange(plots);
        foreach (Plot plot in sharing)
            plot.RenderManager.ForgetLastRender();
    }

    public void UpdateSharedPlotAxisLimits()
    {
        if (sharingX.Find(p => p.Axes.GetLimits().HorizontalRange != p.LastRender.AxisLimits.HorizontalRange) is Plot x)
            sharingX.ForEach(p => p.Axes.SetLimitsX(x.Axes.GetLimits()));
        if (sharingY.Find(p => p.Axes.GetLimits().VerticalRange != p.LastRender.AxisLimits.VerticalRange) is Plot y)
            sharingY.ForEach(p => p.Axes.SetLimitsY(y.Axes.GetLimits()));
    }

    public void Invoke() => UpdateSharedPlotAxisLimits();
}
