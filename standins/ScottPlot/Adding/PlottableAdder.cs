namespace ScottPlot;

/// <summary>Makes plottables and adds them to the plot.</summary>
public partial class PlottableAdder(Plot plot)
{
    public Plot Plot { get; } = plot;
    public IPalette Palette { get; set; } = new Palettes.Category10();

    private int used;

    /// <summary>Counting starts again while nothing is on the plot.</summary>
    public Color GetNextColor(bool incrementCounter = true)
    {
        if (Plot.PlottableList.Count == 0)
            used = 0;
        Color color = Palette.GetColor(used);
        if (incrementCounter)
            used++;
        return color;
    }

    public IPlottable Plottable(IPlottable plottable) => Added(plottable);

    private T Added<T>(T plottable)
        where T : IPlottable
    {
        Plot.PlottableList.Add(plottable);
        return plottable;
    }
}
