namespace ScottPlot;

/// <summary>Decides where the data area and the panels go.</summary>
public interface ILayoutEngine
{
    Layout GetLayout(PixelRect figureRect, Plot plot, Paint paint);
}
