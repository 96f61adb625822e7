namespace ScottPlot.DataSources;

public abstract class SignalSourceBase
{
    public double Period { get; set; }
    public abstract int Length { get; }
    public int MinimumIndex { get; set; }
    public int MaximumIndex { get; set; } = int.MaxValue;
    public int MinRenderIndex => Math.Max(0, MinimumIndex);
    public int MaxRenderIndex => Math.Min(Length - 1, MaximumIndex);
    public double XOffset { get; set; }
    public double YOffset { get; set; }
    public double YScale { get; set; } = 1;

    public abstract SignalRangeY GetLimitsY(int firstIndex, int lastIndex);

    public double GetX(int index) => index * Period + XOffset;

    public int GetIndex(double x, bool visibleDataOnly)
    {
        int index = (int)((x - XOffset) / Period);
        return visibleDataOnly ? Math.Min(Math.Max(index, MinRenderIndex), MaxRenderIndex) : index;
    }

    public bool RangeContainsSignal(double xMin, double xMax) =>
        GetIndex(xMax, false) >= MinRenderIndex && GetIndex(xMin, false) <= MaxRenderIndex;

    public CoordinateRange GetLimitsX() => GetLimits().XRange;
    public CoordinateRange GetLimitsY() => GetLimits().YRange;

    public AxisLimits GetLimits()
    {
        SignalRangeY y = GetLimitsY(MinRenderIndex, MaxRenderIndex);
        return new(GetX(MinRenderIndex), GetX(MaxRenderIndex), y.Min * YScale + YOffset, y.Max * YScale + YOffset);
    }

    private protected PixelColumn ColumnOf(IAxes axes, int xPixelIndex, Func<int, double> valueAt)
    {
        float xPixel = axes.DataRect.Left + xPixelIndex;
        double from = axes.GetCoordinateX(xPixel);
        double to = from + Math.Abs((float)(axes.XAxis.Width / axes.DataRect.Width));
        if (!RangeContainsSignal(from, to))
            return PixelColumn.WithoutData(xPixel);

        int first = GetIndex(from, true), last = GetIndex(to, true);
        SignalRangeY range = GetLimitsY(first, last);
        float Pixel(double value) => axes.GetPixelY(value * YScale + YOffset);
        return new(xPixel, Pixel(valueAt(first)), Pixel(valueAt(last)), Pixel(range.Min), Pixel(range.Max));
    }

    private protected static SignalRangeY RangeOf(int first, int last, Func<int, double> valueAt)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        for (int i = first; i <= last; i++)
        {
            double value = valueAt(i);
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return new(min, max);
    }

    private protected IEnumerable<double> ValuesBetween(int first, int last, Func<int, double> valueAt)
    {
        for (int i = Math.Max(first, MinRenderIndex); i <= Math.Min(last, MaxRenderIndex); i++)
            yield return valueAt(i);
    }
}
