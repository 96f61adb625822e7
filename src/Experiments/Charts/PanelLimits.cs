using ScottPlot;

namespace Experiments.Charts;

/// <summary>Gives the panels of one figure the same limits, so that they can be compared.</summary>
internal static class PanelLimits
{
    /// <summary>
    /// Room for marks on the left and the right, together, as a fraction of the axis. A mark may stand at the first or the last epoch, and
    /// ScottPlot cuts off what lies outside the axes.
    /// </summary>
    public const double RoomForMarks = 0.06;

    /// <summary>Widens every panel to what any of them shows.</summary>
    /// <param name="panels">The panels, with all that they show.</param>
    /// <param name="vertically">Whether the vertical limits are shared too; if not they stay as they are.</param>
    public static void Share(IReadOnlyList<Plot> panels, bool vertically = true)
    {
        // a panel's limits are unknown until it is scaled or drawn
        var before = panels.Select(panel => panel.Axes.GetLimits()).ToList();
        foreach (var panel in panels)
        {
            panel.Axes.AutoScale();
        }

        var limits = panels.Select(panel => panel.Axes.GetLimits()).ToList();
        for (var index = 0; index < panels.Count; index++)
        {
            var axes = panels[index].Axes;
            axes.SetLimitsX(limits.Min(limit => limit.Left), limits.Max(limit => limit.Right));
            axes.SetLimitsY(
                vertically ? limits.Min(limit => limit.Bottom) : before[index].Bottom,
                vertically ? limits.Max(limit => limit.Top) : before[index].Top);
        }
    }
}
