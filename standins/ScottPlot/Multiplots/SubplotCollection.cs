namespace ScottPlot;

public class SubplotCollection
{
    private readonly List<Plot> plots = [];

    /// <summary>Done after a plot was added.</summary>
    public Action<List<Plot>> PlotAddedAction = CopyStyleOntoLastPlot;

    public int Count => plots.Count;

    public void Add(Plot plot)
    {
        plots.Add(plot);
        PlotAddedAction.Invoke(plots);
    }

    public void Remove(Plot plot) => plots.Remove(plot);
    public void RemoveAt(int index) => plots.RemoveAt(index);
    public Plot GetPlot(int index) => plots[index];
    public Plot[] GetPlots() => [.. plots];

    /// <summary>Gives the new plot the first one's backgrounds.</summary>
    public static void CopyStyleOntoLastPlot(List<Plot> plots)
    {
        plots[^1].FigureBackground.Color = plots[0].FigureBackground.Color;
        plots[^1].DataBackground.Color = plots[0].DataBackground.Color;
    }
}
