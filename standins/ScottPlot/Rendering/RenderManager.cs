using System.Diagnostics;

namespace ScottPlot.Rendering;

/// <summary>Draws a plot, step by step, and remembers how that went.</summary>
public class RenderManager(Plot plot)
{
    // rules, linked axes and event handlers may change limits during a render; then it is repeated, but not for ever
    private const int MostRepeats = 5;

    public RenderDetails LastRender { get; private set; }
    public EventHandler PreRenderLock { get; set; } = delegate { };
    /// <summary>When limits and layout are known, before anything is drawn.</summary>
    public EventHandler<RenderPack> RenderStarting { get; set; } = delegate { };
    public EventHandler<RenderDetails> RenderFinished { get; set; } = delegate { };
    public EventHandler<RenderDetails> SizeChanged { get; set; } = delegate { };
    public EventHandler<RenderDetails> AxisLimitsChanged { get; set; } = delegate { };
    public bool DisableAxisLimitsChangedEventOnNextRender { get; set; }
    public bool IsRendering { get; private set; }
    public bool EnableRendering { get; set; } = true;
    public bool EnableEvents { get; set; } = true;
    public bool ClearCanvasBeforeEachRender { get; set; } = true;
    public int RenderCount { get; private set; }

    public void ForgetLastRender() => LastRender = default;

    internal void Render(Canvas canvas, PixelRect rect)
    {
        int level = canvas.SaveLevel;
        canvas.Save();
        canvas.Scale(plot.ScaleFactor);
        using BlankCanvas blank = new();
        blank.Scale(plot.ScaleFactor);
        for (int i = 0; i < MostRepeats && EnableRendering; i++)
        {
            // after a plot's very first render its limits always count as changed, so what it draws is drawn over
            bool isRepeated = LastRender.AxisLimitsByAxis is null;
            RenderOnce(isRepeated ? blank : canvas, rect);
            if (!LastRender.AxisLimitsChanged)
                break;
        }
        canvas.RestoreTo(level);
    }

    private void RenderOnce(Canvas canvas, PixelRect rect)
    {
        IsRendering = true;
        List<(string, TimeSpan)> times = [];
        using RenderPack rp = new(plot, rect, canvas);
        foreach ((string name, Action<RenderPack> draw) in RenderSteps.InOrder)
        {
            Stopwatch watch = Stopwatch.StartNew();
            canvas.Save();
            draw(rp);
            rp.DisableClipping();
            times.Add((name, watch.Elapsed));
        }
        LastRender = new RenderDetails(rp, [.. times], LastRender);
        RenderCount++;
        IsRendering = false;
        if (EnableEvents)
            RaiseEvents();
        DisableAxisLimitsChangedEventOnNextRender = false;
    }

    private void RaiseEvents()
    {
        RenderFinished.Invoke(plot, LastRender);
        if (LastRender.SizeChanged)
            SizeChanged.Invoke(plot, LastRender);
        if (LastRender.AxisLimitsChanged && !DisableAxisLimitsChangedEventOnNextRender)
        {
            AxisLimitsChanged.Invoke(plot, LastRender);
            plot.Axes.ApplyLinkedAxisRules();
        }
    }
}
