using ScottPlot.Rendering;

namespace ScottPlot;

public class GridStyle
{
    public bool IsVisible { get; set; } = true;
    public LineStyle MajorLineStyle { get; set; } = new(1, Colors.Black.WithOpacity(.1)) { AntiAlias = false };
    public LineStyle MinorLineStyle { get; set; } = new(0, Colors.Black.WithOpacity(.05)) { AntiAlias = false };
    public int MaximumNumberOfGridLines { get; set; } = 1000;
    public bool IsBeneathPlottables { get; set; } = true;
    /// <summary>The two colours that fill the strips between the major lines in turn.</summary>
    public Color FillColor1 { get; set; } = Colors.Transparent;
    public Color FillColor2 { get; set; } = Colors.Transparent;

    public void Render(RenderPack rp, IAxis axis, IEnumerable<Tick> ticks)
    {
        if (!IsVisible)
            return;
        Tick[] majors = ticks.Where(t => t.IsMajor).Take(MaximumNumberOfGridLines).ToArray();
        Tick[] minors = ticks.Where(t => !t.IsMajor).Take(MaximumNumberOfGridLines).ToArray();
        DrawLines(rp, axis, minors, MinorLineStyle);
        FillStrips(rp, axis, majors);
        DrawLines(rp, axis, majors, MajorLineStyle);
    }

    private static PixelRect Strip(PixelRect data, IAxis axis, float from, float to) =>
        axis.IsHorizontal() ? new(from, to, data.Bottom, data.Top) : new(data.Left, data.Right, from, to);

    private static void DrawLines(RenderPack rp, IAxis axis, Tick[] ticks, LineStyle style)
    {
        if (!style.CanBeRendered || ticks.Length == 0)
            return;
        CanvasPath lines = new();
        foreach (Tick tick in ticks)
        {
            float px = axis.GetPixel(tick.Position, rp.DataRect);
            PixelRect strip = Strip(rp.DataRect, axis, px, px);
            lines.AddLine(new(strip.Left, strip.Bottom), axis.IsHorizontal() ? new(strip.Left, strip.Top) : new(strip.Right, strip.Bottom));
        }
        rp.Canvas.DrawPath(lines, style);
    }

    private void FillStrips(RenderPack rp, IAxis axis, Tick[] majors)
    {
        if (FillColor1 == Colors.Transparent && FillColor2 == Colors.Transparent)
            return;
        // which colour comes first depends on the ticks' values, so that colours move with the data when limits change
        double step = majors.Length > 1 ? majors[1].Position - majors[0].Position : 0;
        int odd = step == 0 ? 0 : (int)(majors[0].Position / step) % 2;
        (float first, float last) = axis.IsHorizontal() ? (rp.DataRect.Left, rp.DataRect.Right) : (rp.DataRect.Bottom, rp.DataRect.Top);
        float[] borders = [first, .. majors.Select(t => axis.GetPixel(t.Position, rp.DataRect)), last];
        for (int i = 1; i < borders.Length; i++)
            rp.Canvas.FillRectangle(Strip(rp.DataRect, axis, borders[i - 1], borders[i]), new FillStyle((i + odd) % 2 == 0 ? FillColor1 : FillColor2));
    }
}
