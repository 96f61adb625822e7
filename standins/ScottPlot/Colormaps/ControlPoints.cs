namespace ScottPlot.Colormaps;

/// <summary>
/// A table of 256 colours given by a few of them, 0xIIRRGGBB with the place in the table first. Between those, channels run in straight
/// lines: no entry is off by more than one in 255, and the tenths, eighths and thirds are exact.
/// </summary>
internal sealed class ControlPoints
{
    private readonly Color[] table = new Color[256];

    public ControlPoints(uint[] points)
    {
        foreach ((uint from, uint to) in points.Zip(points.Skip(1)))
            FillBetween(from, to);
    }

    // The last colour is shown at 1 only: positions are cut off to an entry, not rounded.
    public Color GetColor(double position) =>
        double.IsNaN(position) ? table[0] : table[(int)((table.Length - 1) * Math.Clamp(position, 0, 1))];

    private void FillBetween(uint from, uint to)
    {
        int start = (int)(from >> 24), end = (int)(to >> 24);
        for (int i = start; i <= end; i++)
        {
            double fraction = (double)(i - start) / (end - start);
            byte Channel(int shift)
            {
                double a = from >> shift & 255, b = to >> shift & 255;
                return (byte)(a + (b - a) * fraction + 0.5);
            }
            table[i] = new(Channel(16), Channel(8), Channel(0));
        }
    }
}
