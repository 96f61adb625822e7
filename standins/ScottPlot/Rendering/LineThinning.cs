namespace ScottPlot.Rendering;

/// <summary>
/// Leaves out points of long lines that cannot be told apart: of those that follow one another in the same column of pixels only the first,
/// the lowest, the highest and the last. cairo's time grows faster than the number of points.
/// </summary>
internal static class LineThinning
{
    private const int ShortLine = 2000, KeptPerColumn = 4;

    public static IReadOnlyList<Pixel> Thinned(IReadOnlyList<Pixel> line, double pixelsPerUnit)
    {
        if (line.Count < ShortLine)
            return line;
        List<Pixel> kept = [];
        for (int start = 0; start < line.Count;)
        {
            double column = Math.Floor(line[start].X * pixelsPerUnit);
            int end = start + 1;
            while (end < line.Count && Math.Floor(line[end].X * pixelsPerUnit) == column)
                end++;
            Keep(line, start, end, kept);
            start = end;
        }
        return kept;
    }

    private static void Keep(IReadOnlyList<Pixel> line, int start, int end, List<Pixel> kept)
    {
        (int low, int high) = (start, start);
        for (int i = start + 1; i < end; i++)
        {
            if (line[i].Y < line[low].Y)
                low = i;
            if (line[i].Y > line[high].Y)
                high = i;
        }
        Span<int> chosen = stackalloc int[KeptPerColumn] { start, Math.Min(low, high), Math.Max(low, high), end - 1 };
        for (int i = 0; i < chosen.Length; i++)
        {
            if (i == 0 || chosen[i] != chosen[i - 1])
                kept.Add(line[chosen[i]]);
        }
    }
}
