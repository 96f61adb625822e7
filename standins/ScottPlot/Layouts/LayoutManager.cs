using ScottPlot.LayoutEngines;

namespace ScottPlot;

public class LayoutManager(Plot plot)
{
    public ILayoutEngine LayoutEngine { get; set; } = new Automatic();

    public void Default() => LayoutEngine = new Automatic();
    public void Fixed(PixelRect dataRect) => LayoutEngine = new FixedDataArea(dataRect);
    public void Fixed(PixelPadding padding) => LayoutEngine = new FixedPadding(padding);

    /// <summary>Hides axes and title, so that the data area fills the figure.</summary>
    public void Frameless(bool hideAllPanels = true) => plot.Axes.Frameless(hideAllPanels);
}
