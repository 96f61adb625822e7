namespace ScottPlot.LayoutEngines;

/// <summary>Leaves around the data area exactly the room the panels need.</summary>
public class Automatic : LayoutEngineBase, ILayoutEngine
{
    public float SizeForAxisPanelsWithoutData = 10;

    public Layout GetLayout(PixelRect figureRect, Plot plot, Paint paint)
    {
        EstimateTicks(figureRect, plot, paint);
        return Arrange(figureRect, plot, paint, sizes => RemainingRect(figureRect, sizes));
    }

    private static PixelRect RemainingRect(PixelRect figureRect, Dictionary<IPanel, float> sizes)
    {
        float On(Edge edge) => sizes.Where(s => s.Key.Edge == edge).Sum(s => s.Value);
        float width = Math.Max(0, figureRect.Width - (On(Edge.Left) + On(Edge.Right)));
        float height = Math.Max(0, figureRect.Height - (On(Edge.Bottom) + On(Edge.Top)));
        float left = figureRect.Left + On(Edge.Left), top = figureRect.Top + On(Edge.Top);
        return new PixelRect(left, left + width, top + height, top);
    }
}
