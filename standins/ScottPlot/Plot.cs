using ScottPlot.Grids;
using ScottPlot.Rendering;
using ScottPlot.Stylers;

namespace ScottPlot;

/// <summary>A chart: what is on it, its axes and styles. Other parts: saving, contents.</summary>
public partial class Plot : IDisposable
{
    public BackgroundStyle FigureBackground = new() { Color = Colors.White };
    public BackgroundStyle DataBackground = new() { Color = Colors.Transparent };

    private float scaleFactor = 1;

    public Plot()
    {
        Axes = new AxisManager(this);
        Add = new PlottableAdder(this);
        Font = new FontStyler(this);
        RenderManager = new RenderManager(this);
        Legend = new Legend(this);
        Layout = new LayoutManager(this);
    }

    public List<IPlottable> PlottableList { get; } = [];
    public PlottableAdder Add { get; }
    public RenderManager RenderManager { get; }
    public RenderDetails LastRender => RenderManager.LastRender;
    public LayoutManager Layout { get; }
    public LineStyle FigureBorder { get; set; } = LineStyle.None;
    public LineStyle DataBorder { get; set; } = LineStyle.None;
    public double ScaleFactor { get => scaleFactor; set => scaleFactor = (float)value; }
    public AxisManager Axes { get; }
    public FontStyler Font { get; }
    public Legend Legend { get; set; }
    public DefaultGrid Grid => Axes.DefaultGrid;

    /// <summary>Locked during a render.</summary>
    public object Sync { get; } = new();

    public void Dispose()
    {
        FigureBackground.Dispose();
        DataBackground.Dispose();
        foreach (IDisposable plottable in PlottableList.OfType<IDisposable>())
            plottable.Dispose();
        PlottableList.Clear();
        GC.SuppressFinalize(this);
    }

    // ---- places ----

    public Pixel GetPixel(Coordinates coordinates) => GetPixel(coordinates, Axes.Bottom, Axes.Left);

    public Pixel GetPixel(Coordinates coordinates, IXAxis xAxis, IYAxis yAxis)
    {
        PixelRect data = LastRender.DataRect;
        return new Pixel(xAxis.GetPixel(coordinates.X, data) * scaleFactor, yAxis.GetPixel(coordinates.Y, data) * scaleFactor);
    }

    public Coordinates GetCoordinates(Pixel pixel, IXAxis? xAxis = null, IYAxis? yAxis = null) => GetCoordinates(pixel.X, pixel.Y, xAxis, yAxis);

    public Coordinates GetCoordinates(float x, float y, IXAxis? xAxis = null, IYAxis? yAxis = null)
    {
        PixelRect data = LastRender.DataRect;
        return new Coordinates(
            (xAxis ?? Axes.Bottom).GetCoordinate(x / scaleFactor, data),
            (yAxis ?? Axes.Left).GetCoordinate(y / scaleFactor, data));
    }

    public CoordinateRect GetCoordinateRect(Pixel pixel, float radius = 10, IXAxis? xAxis = null, IYAxis? yAxis = null) =>
        GetCoordinateRect(pixel.X, pixel.Y, radius, xAxis, yAxis);

    public CoordinateRect GetCoordinateRect(float x, float y, float radius = 10, IXAxis? xAxis = null, IYAxis? yAxis = null)
    {
        Coordinates a = GetCoordinates(x - radius, y + radius, xAxis, yAxis), b = GetCoordinates(x + radius, y - radius, xAxis, yAxis);
        return new CoordinateRect(Math.Min(a.X, b.X), Math.Max(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
    }

    public CoordinateRect GetCoordinateRect(Coordinates coordinates, float radius = 10, IXAxis? xAxis = null, IYAxis? yAxis = null)
    {
        PixelRect data = LastRender.DataRect;
        return coordinates.ToRect(
            (xAxis ?? Axes.Bottom).GetCoordinateDistance(radius / scaleFactor, data),
            (yAxis ?? Axes.Left).GetCoordinateDistance(radius / scaleFactor, data));
    }

    public IAxis? GetAxis(Pixel pixel) => GetPanel(pixel, axesOnly: true) as IAxis;

    /// <summary>The panel at a pixel according to the last render; of several the one added last.</summary>
    public IPanel? GetPanel(Pixel pixel, bool axesOnly)
    {
        using Paint paint = Paint.NewDisposablePaint();
        Layout layout = LastRender.Layout;
        return Axes.GetPanels().Reverse().Where(p => !axesOnly || p is IAxis)
            .FirstOrDefault(p => p.GetPanelRect(layout.DataRect, layout.PanelSizes[p], layout.PanelOffsets[p], paint).Contains(pixel));
    }
}
