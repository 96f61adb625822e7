namespace ScottPlot.DataSources;

public class SignalSourceGenericList<T> : SignalSourceBase, ISignalSource
{
    private readonly IReadOnlyList<T> ys;

    public SignalSourceGenericList(IReadOnlyList<T> ys, double period)
    {
        this.ys = ys;
        Period = period;
    }

    public override int Length => ys.Count;

    public double GetY(int index) => Numbers.ToDouble(ys[index]);
    public IReadOnlyList<double> GetYs() => Numbers.ToDoubles(ys);
    public IEnumerable<double> GetYs(int i1, int i2) => ValuesBetween(i1, i2, GetY);
    public override SignalRangeY GetLimitsY(int firstIndex, int lastIndex) => RangeOf(firstIndex, lastIndex, GetY);
    public PixelColumn GetPixelColumn(IAxes axes, int xPixelIndex) => ColumnOf(axes, xPixelIndex, GetY);
}
