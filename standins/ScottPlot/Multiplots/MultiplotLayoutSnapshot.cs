namespace ScottPlot;

/// <summary>Where the plots were at the last render.</summary>
public class MultiplotLayoutSnapshot
{
    private readonly Dictionary<Plot, PixelRect> places = [];

    public void Remember(Plot plot, PixelRect subplotRect) => places[plot] = subplotRect;
    public PixelRect? GetLastRenderRectangle(Plot plot) => places.TryGetValue(plot, out PixelRect rect) ? rect : null;
    public void Forget(Plot plot) => places.Remove(plot);
    public void Reset() => places.Clear();
    public Plot? GetPlotAtPixel(Pixel pixel) => places.FirstOrDefault(p => p.Value.Contains(pixel)).Key;
}
