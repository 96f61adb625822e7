namespace ScottPlot.LayoutEngines;

/// <summary>Leaves the same room around the data area whatever the panels need.</summary>
public class FixedPadding(PixelPadding padding) : LayoutEngineBase, ILayoutEngine
{
    public Layout GetLayout(PixelRect figureRect, Plot plot, Paint paint)
    {
        EstimateTicks(figureRect, plot, paint);
        PixelRect dataRect = new(
            figureRect.Left + padding.Left, figureRect.Right - padding.Right,
            figureRect.Bottom - padding.Bottom, figureRect.Top + padding.Top);
        return Arrange(figureRect, plot, paint, _ => dataRect);
    }
}
