namespace ScottPlot.Rendering;

/// <summary>Cuts what lies far outside: cairo calculates in fixed point numbers, which wrap around.</summary>
internal static class LineClipping
{
    // larger than any picture; cairo already loses lines that end 100,000 pixels away
    private const float Reach = 20_000;

    private static bool IsNear(Pixel px) => Math.Abs(px.X) <= Reach && Math.Abs(px.Y) <= Reach;

    /// <summary>The pieces of a line that are within reach; the line itself if all of it is.</summary>
    public static IEnumerable<IReadOnlyList<Pixel>> Pieces(IReadOnlyList<Pixel> line)
    {
        if (line.All(IsNear))
            return [line];
        List<IReadOnlyList<Pixel>> pieces = [];
        List<Pixel> piece = [];
        for (int i = 1; i < line.Count; i++)
        {
            if (!Cut(line[i - 1], line[i], out Pixel from, out Pixel to))
                continue;
            if (piece.Count == 0 || piece[^1] != from)
            {
                if (piece.Count > 1)
                    pieces.Add(piece);
                piece = [from];
            }
            piece.Add(to);
        }
        if (piece.Count > 1)
            pieces.Add(piece);
        return pieces;
    }

    /// <summary>The path as far as it is within reach; null if a coordinate is no number, for then it is not drawn at all.</summary>
    public static CanvasPath? WithinReach(CanvasPath path)
    {
        if (path.Points.Any(p => !float.IsFinite(p.X) || !float.IsFinite(p.Y)))
            return null;
        if (path.Points.All(IsNear))
            return path;

        CanvasPath near = new();
        foreach ((List<Pixel> corners, bool isClosed) in path.Flattened())
            near.AddPolyline(CutPolygon(corners), isClosed);
        return near;
    }

    // Sutherland and Hodgman: cut by one side of the square of reach after the other
    private static List<Pixel> CutPolygon(List<Pixel> corners)
    {
        corners = CutSide(corners, p => Reach - p.X);
        corners = CutSide(corners, p => Reach + p.X);
        corners = CutSide(corners, p => Reach - p.Y);
        return CutSide(corners, p => Reach + p.Y);
    }

    private static List<Pixel> CutSide(List<Pixel> corners, Func<Pixel, double> inside)
    {
        List<Pixel> kept = [];
        for (int i = 0; i < corners.Count; i++)
        {
            Pixel from = corners[i == 0 ? corners.Count - 1 : i - 1], to = corners[i];
            (double a, double b) = (inside(from), inside(to));
            if (a < 0 != b < 0)
            {
                double t = a / (a - b);
                kept.Add(new Pixel((float)(from.X + t * (to.X - from.X)), (float)(from.Y + t * (to.Y - from.Y))));
            }
            if (b >= 0)
                kept.Add(to);
        }
        return kept;
    }

    public static PixelRect Nearest(PixelRect rect) => new(
        Math.Clamp(rect.Left, -Reach, Reach), Math.Clamp(rect.Right, -Reach, Reach),
        Math.Clamp(rect.Bottom, -Reach, Reach), Math.Clamp(rect.Top, -Reach, Reach));

    // Liang and Barsky: the part of a segment inside the square of reach
    private static bool Cut(Pixel a, Pixel b, out Pixel from, out Pixel to)
    {
        double t0 = 0, t1 = 1, dx = (double)b.X - a.X, dy = (double)b.Y - a.Y;
        bool Side(double p, double q)
        {
            if (p == 0)
                return q >= 0;
            double t = q / p;
            if (p < 0)
                t0 = Math.Max(t0, t);
            else
                t1 = Math.Min(t1, t);
            return t0 <= t1;
        }
        bool inside = Side(-dx, a.X + Reach) && Side(dx, Reach - a.X) && Side(-dy, a.Y + Reach) && Side(dy, Reach - a.Y);
        from = new Pixel((float)(a.X + t0 * dx), (float)(a.Y + t0 * dy));
        to = new Pixel((float)(a.X + t1 * dx), (float)(a.Y + t1 * dy));
        return inside;
    }
}
