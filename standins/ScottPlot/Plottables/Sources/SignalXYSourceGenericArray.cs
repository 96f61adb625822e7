namespace ScottPlot.DataSources;

public class SignalXYSourceGenericArray<TX, TY>(TX[] xs, TY[] ys) : ISignalXYSource, IGetNearest
{
    private readonly SignalXYSourceDoubleArray doubles = new(Numbers.ToDoubles(xs), Numbers.ToDoubles(ys));

    public int Count => doubles.Count;
    public bool Rotated { get => doubles.Rotated; set => doubles.Rotated = value; }
    public double XOffset { get => doubles.XOffset; set => doubles.XOffset = value; }
    public double YOffset { get => doubles.YOffset; set => doubles.YOffset = value; }
    public double YScale { get => doubles.YScale; set => doubles.YScale = value; }
    public double XScale { get => doubles.XScale; set => doubles.XScale = value; }
    public int MinimumIndex { get => doubles.MinimumIndex; set => doubles.MinimumIndex = value; }
    public int MaximumIndex { get => doubles.MaximumIndex; set => doubles.MaximumIndex = value; }

    public AxisLimits GetAxisLimits() => doubles.GetAxisLimits();

    public IReadOnlyList<Pixel> GetPixelsToDraw(RenderPack rp, IAxes axes, ConnectStyle connectStyle) =>
        doubles.GetPixelsToDraw(rp, axes, connectStyle);

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        doubles.GetNearest(mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        doubles.GetNearestX(mouseLocation, renderInfo, maxDistance);
}
