using ScottPlot.Rendering;

namespace ScottPlot;

public interface IMultiplotPreRenderAction
{
    void Invoke();
}

public interface IMultiplotLayout
{
    PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect);
}

public interface IMultiplot
{
    SubplotCollection Subplots { get; }
    IMultiplotLayout Layout { get; set; }
    MultiplotLayoutSnapshot LastRender { get; }
    MultiplotSharedAxisManager SharedAxes { get; }
    List<IMultiplotPreRenderAction> PreRenderActions { get; }

    // Not to be implemented elsewhere: the package's own draws on a type of SkiaSharp.
    internal void Render(RasterCanvas canvas, PixelRect figureRect);
}

/// <summary>Several plots in one figure.</summary>
public class Multiplot : IMultiplot
{
    public Multiplot()
        : this(new Plot())
    {
    }

    public Multiplot(Plot plot) => Subplots.Add(plot);

    public MultiplotSharedAxisManager SharedAxes { get; } = new();
    public SubplotCollection Subplots { get; } = new();
    public MultiplotLayoutSnapshot LastRender { get; } = new();
    public List<IMultiplotPreRenderAction> PreRenderActions { get; set; } = [];
    public IMultiplotLayout Layout { get; set; } = new MultiplotLayouts.Rows();

    void IMultiplot.Render(RasterCanvas canvas, PixelRect figureRect)
    {
        SharedAxes.UpdateSharedPlotAxisLimits();
        foreach (IMultiplotPreRenderAction action in PreRenderActions)
            action.Invoke();

        PixelRect[] places = Layout.GetSubplotRectangles(Subplots, figureRect);
        for (int i = 0; i < places.Length; i++)
        {
            Plot plot = Subplots.GetPlot(i);
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            plot.Render(canvas, places[i]);
            LastRender.Remember(plot, places[i]);
        }
    }
}

public static class IMultiplotExtensions
{
    public static void Reset(this IMultiplot multiplot, Plot plot)
    {
        multiplot.LastRender.Reset();
        multiplot.AddPlots(0);
        multiplot.AddPlot(plot);
    }

    public static void Reset(this IMultiplot multiplot) => multiplot.AddPlots(1);

    public static Image Render(this IMultiplot multiplot, int width, int height)
    {
        using RasterCanvas canvas = new(width, height);
        multiplot.Render(canvas, new PixelRect(0, width, height, 0));
        return new Image(canvas.GetPixels(), width, height);
    }

    public static SavedImageInfo SavePng(this IMultiplot multiplot, string filename, int width = 800, int height = 600)
    {
        using Image image = multiplot.Render(width, height);
        return image.SavePng(filename);
    }

    public static Plot AddPlot(this IMultiplot multiplot)
    {
        Plot plot = new();
        multiplot.AddPlot(plot);
        return plot;
    }

    public static void AddPlot(this IMultiplot multiplot, Plot plot) => multiplot.Subplots.Add(plot);

    /// <summary>Adds or removes plots until there are so many.</summary>
    public static void AddPlots(this IMultiplot multiplot, int total)
    {
        while (multiplot.Count() < total)
            multiplot.AddPlot();
        while (multiplot.Count() > total)
            multiplot.Subplots.RemoveAt(multiplot.Count() - 1);
    }

    public static Plot? GetPlotAtPixel(this IMultiplot multiplot, Pixel pixel) => multiplot.LastRender.GetPlotAtPixel(pixel);
    public static int Count(this IMultiplot multiplot) => multiplot.Subplots.Count;
    public static void RemovePlot(this IMultiplot multiplot, Plot plot) => multiplot.Subplots.Remove(plot);
    public static Plot GetPlot(this IMultiplot multiplot, int index) => multiplot.Subplots.GetPlot(index);
    public static Plot[] GetPlots(this IMultiplot multiplot) => multiplot.Subplots.GetPlots();

    /// <summary>No room between plots one above the other.</summary>
    public static void CollapseVertically(this IMultiplot multiplot)
    {
        Plot[] plots = multiplot.GetPlots();
        for (int i = 0; i < plots.Length; i++)
        {
            foreach (IAxis axis in plots[i].Axes.GetAxes().ToArray())
            {
                if ((axis.Edge == Edge.Top && i > 0) || (axis.Edge == Edge.Bottom && i < plots.Length - 1))
                    axis.Collapse();
            }
        }
    }
}
