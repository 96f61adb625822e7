namespace ScottPlot.LayoutEngines;

public class FixedDataArea(PixelRect dataRect) : LayoutEngineBase, ILayoutEngine
{
    public Layout GetLayout(PixelRect figureRect, Plot plot, Paint paint) => Arrange(figureRect, plot, paint, _ => dataRect);
}
