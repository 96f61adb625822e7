namespace ScottPlot.DataSources;

public class SignalXYSourceDoubleArray : ISignalXYSource, IGetNearest
{
    private readonly double[] xs;
    private readonly double[] ys;

    public SignalXYSourceDoubleArray(double[] xs, double[] ys)
    {
        if (xs.Length != ys.Length)
            throw new ArgumentException($"{nameof(xs)} and {nameof(ys)} must have equal length");
        this.xs = xs;
        this.ys = ys;
        MaximumIndex = xs.Length - 1;
    }

    public int Count => xs.Length;
    public bool Rotated { get; set; }
    public double XOffset { get; set; }
    public double YOffset { get; set; }
    public double YScale { get; set; } = 1;
    public double XScale { get; set; } = 1;
    public int MinimumIndex { get; set; }
    public int MaximumIndex { get; set; }

    public AxisLimits GetAxisLimits()
    {
        if (xs.Length == 0)
            return AxisLimits.NoLimits;
        CoordinateRange x = new(ScaledX(MinimumIndex), ScaledX(MaximumIndex));
        IEnumerable<double> values = Indexes(MinimumIndex, MaximumIndex).Select(ScaledY);
        CoordinateRange y = new(values.Min(), values.Max());
        return Rotated ? new(y, x) : new(x, y);
    }

    /// <summary>The points in view and one more on either side; of many in one pixel the first, the extremes and the last.</summary>
    public IReadOnlyList<Pixel> GetPixelsToDraw(RenderPack rp, IAxes axes, ConnectStyle connectStyle)
    {
        CoordinateRangeMutable view = Rotated ? axes.YAxis.Range : axes.XAxis.Range;
        double low = Math.Min(view.Min, view.Max), high = Math.Max(view.Min, view.Max);
        int first = MinimumIndex, last = MaximumIndex;
        while (first < last && ScaledX(first + 1) < low)
            first++;
        while (last > first && ScaledX(last - 1) > high)
            last--;
        if (first <= last && xs[first] > xs[last])
        {
            throw new InvalidDataException("Xs must contain only ascending values. " +
                $"The value at index {first} ({xs[first]}) is greater than the value at index {last} ({xs[last]})");
        }

        return Indexes(first, last)
            .Select(i => axes.GetPixel(Place(i)))
            .GroupAdjacent(px => MathF.Floor(Rotated ? px.Y : px.X))
            .SelectMany(Thinned)
            .ToArray();
    }

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(Indexes(MinimumIndex, MaximumIndex).Select(Place), MinimumIndex, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(Indexes(MinimumIndex, MaximumIndex).Select(Place), MinimumIndex, mouseLocation, renderInfo, maxDistance);

    private static IEnumerable<int> Indexes(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));
    private double ScaledX(int index) => xs[index] * XScale + XOffset;
    private double ScaledY(int index) => ys[index] * YScale + YOffset;
    private Coordinates Place(int index) => Rotated ? new(ScaledY(index), ScaledX(index)) : new(ScaledX(index), ScaledY(index));

    private IEnumerable<Pixel> Thinned(List<Pixel> pixels)
    {
        if (pixels.Count <= 4)
            return pixels;
        Pixel low = pixels.MinBy(px => Rotated ? px.X : px.Y), high = pixels.MaxBy(px => Rotated ? px.X : px.Y);
        return [pixels[0], low, high, pixels[^1]];
    }
}
