namespace ScottPlot.Rendering;

/// <summary>Cuts what lies absurdly far outside: cairo's coordinates have 24 bits before the point and wrap around beyond.</summary>
internal static class LineClipping
{
    private const float Reach = 100_000;

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

    /// <summary>Fills need their corners kept in order: those beyond reach are moved to its edge.</summary>
    public static Pixel Nearest(Pixel px) => new(Math.Clamp(px.X, -Reach, Reach), Math.Clamp(px.Y, -Reach, Reach));

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
