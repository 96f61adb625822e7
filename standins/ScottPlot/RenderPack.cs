using System.Diagnostics;
using ScottPlot.Rendering;

namespace ScottPlot;

/// <summary>What is handed around during one render: the plot, the canvas and where things are.</summary>
public class RenderPack : IDisposable
{
    private readonly Stopwatch stopwatch = Stopwatch.StartNew();

    internal RenderPack(Plot plot, PixelRect figureRect, Canvas canvas)
    {
        Plot = plot;
        FigureRect = figureRect;
        Canvas = canvas;
        baseLevel = canvas.SaveLevel;
    }

    private readonly int baseLevel;

    internal Canvas Canvas { get; }
    public Paint Paint { get; } = Paint.NewDisposablePaint();
    public Plot Plot { get; }
    public PixelRect FigureRect { get; }
    public PixelRect ScaledFigureRect { get; private set; }
    public PixelRect DataRect { get; private set; }
    public Layout Layout { get; private set; }
    public TimeSpan Elapsed => stopwatch.Elapsed;

    /// <summary>Drops every clip and transformation made since the render began, the scale factor excepted.</summary>
    internal void DisableClipping()
    {
        Canvas.RestoreTo(baseLevel);
    }

    internal void CalculateLayout()
    {
        if (DataRect.HasArea)
            throw new InvalidOperationException("CalculateLayout() must only be called once per render");
        float scale = (float)Plot.ScaleFactor;
        ScaledFigureRect = new PixelRect(FigureRect.Left / scale, FigureRect.Right / scale, FigureRect.Bottom / scale, FigureRect.Top / scale);
        Layout = Plot.Layout.LayoutEngine.GetLayout(ScaledFigureRect, Plot, Paint);
        DataRect = Layout.DataRect;
    }

    public void Dispose()
    {
        Paint.Dispose();
        GC.SuppressFinalize(this);
    }
}
