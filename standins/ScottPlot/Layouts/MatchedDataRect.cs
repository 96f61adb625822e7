namespace ScottPlot.LayoutEngines;

/// <summary>The data area another plot had when it was last rendered.</summary>
public class MatchedDataRect(Plot referencePlot) : LayoutEngineBase, ILayoutEngine
{
    public Layout GetLayout(PixelRect figureRect, Plot plot, Paint paint) =>
        Arrange(figureRect, plot, paint, _ => referencePlot.LastRender.DataRect);
}
