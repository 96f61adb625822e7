namespace ScottPlot.Rendering;

/// <summary>A path in pixels: what both backends of <see cref="Canvas"/> stroke and fill.</summary>
internal sealed class CanvasPath
{
    public enum Verb : byte { Move, Line, Cubic, Close }

    // a quarter of a circle as one cubic: 4/3 (sqrt 2 - 1)
    private const float Kappa = 0.5522847498f;

    private readonly List<Verb> verbs = [];
    private readonly List<Pixel> points = [];

    public IReadOnlyList<Verb> Verbs => verbs;
    public IReadOnlyList<Pixel> Points => points;
    public bool IsEmpty => verbs.Count == 0;

    /// <summary>Nothing but separate lines from one point to another.</summary>
    public bool IsSegments => verbs.Count % 2 == 0 && verbs.Select((v, i) => v == (i % 2 == 0 ? Verb.Move : Verb.Line)).All(fits => fits);

    public CanvasPath MoveTo(float x, float y)
    {
        verbs.Add(Verb.Move);
        points.Add(new Pixel(x, y));
        return this;
    }

    public CanvasPath LineTo(float x, float y)
    {
        verbs.Add(Verb.Line);
        points.Add(new Pixel(x, y));
        return this;
    }

    public CanvasPath CubicTo(Pixel control1, Pixel control2, Pixel end)
    {
        verbs.Add(Verb.Cubic);
        points.Add(control1);
        points.Add(control2);
        points.Add(end);
        return this;
    }

    public CanvasPath Close()
    {
        verbs.Add(Verb.Close);
        return this;
    }

    public CanvasPath AddPolyline(IEnumerable<Pixel> pixels, bool close = false)
    {
        bool first = true;
        foreach (Pixel px in pixels)
        {
            verbs.Add(first ? Verb.Move : Verb.Line);
            points.Add(px);
            first = false;
        }
        return close && !first ? Close() : this;
    }

    public CanvasPath AddLine(Pixel from, Pixel to) => MoveTo(from.X, from.Y).LineTo(to.X, to.Y);

    public CanvasPath AddRectangle(PixelRect rect) => MoveTo(rect.Left, rect.Top)
        .LineTo(rect.Right, rect.Top).LineTo(rect.Right, rect.Bottom).LineTo(rect.Left, rect.Bottom).Close();

    public CanvasPath AddOval(PixelRect rect)
    {
        float cx = (rect.Left + rect.Right) / 2, cy = (rect.Top + rect.Bottom) / 2;
        float rx = Math.Abs(rect.Right - rect.Left) / 2, ry = Math.Abs(rect.Bottom - rect.Top) / 2;
        float kx = rx * Kappa, ky = ry * Kappa;
        MoveTo(cx + rx, cy);
        CubicTo(new(cx + rx, cy + ky), new(cx + kx, cy + ry), new(cx, cy + ry));
        CubicTo(new(cx - kx, cy + ry), new(cx - rx, cy + ky), new(cx - rx, cy));
        CubicTo(new(cx - rx, cy - ky), new(cx - kx, cy - ry), new(cx, cy - ry));
        CubicTo(new(cx + kx, cy - ry), new(cx + rx, cy - ky), new(cx + rx, cy));
        return Close();
    }

    public CanvasPath AddRoundRectangle(PixelRect rect, float radiusX, float radiusY)
    {
        float rx = Math.Min(radiusX, rect.Width / 2), ry = Math.Min(radiusY, rect.Height / 2);
        if (rx <= 0 || ry <= 0)
            return AddRectangle(rect);
        (float l, float r, float t, float b) = (rect.Left, rect.Right, rect.Top, rect.Bottom);
        float kx = rx * (1 - Kappa), ky = ry * (1 - Kappa);
        MoveTo(l + rx, t).LineTo(r - rx, t).CubicTo(new(r - kx, t), new(r, t + ky), new(r, t + ry));
        LineTo(r, b - ry).CubicTo(new(r, b - ky), new(r - kx, b), new(r - rx, b));
        LineTo(l + rx, b).CubicTo(new(l + kx, b), new(l, b - ky), new(l, b - ry));
        LineTo(l, t + ry).CubicTo(new(l, t + ky), new(l + kx, t), new(l + rx, t));
        return Close();
    }

    /// <summary>Its parts as straight lines; curves as the line to their end (what is flattened is far outside the picture).</summary>
    public IEnumerable<(List<Pixel> Corners, bool IsClosed)> Flattened()
    {
        List<Pixel> part = [];
        int at = 0;
        foreach (Verb verb in verbs)
        {
            if (verb == Verb.Close)
            {
                yield return (part, true);
                part = [];
                continue;
            }
            if (verb == Verb.Move && part.Count > 0)
            {
                yield return (part, false);
                part = [];
            }
            at += verb == Verb.Cubic ? 3 : 1;
            part.Add(points[at - 1]);
        }
        if (part.Count > 0)
            yield return (part, false);
    }

    /// <summary>The box around all points, control points included.</summary>
    public PixelRect Bounds()
    {
        if (points.Count == 0)
            return PixelRect.NaN;
        float left = float.MaxValue, right = float.MinValue, top = float.MaxValue, bottom = float.MinValue;
        foreach (Pixel px in points)
        {
            left = Math.Min(left, px.X);
            right = Math.Max(right, px.X);
            top = Math.Min(top, px.Y);
            bottom = Math.Max(bottom, px.Y);
        }
        return new PixelRect(left, right, bottom, top);
    }
}
