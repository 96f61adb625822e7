using ScottPlot.DataSources;
using ScottPlot.Plottables;

namespace ScottPlot;

// Scatter plots, signals and functions: curves and points over x.
public partial class PlottableAdder
{
    public Scatter Scatter(IScatterSource source, Color? color = null)
    {
        Color used = color ?? GetNextColor();
        return Added(new Scatter(source) { LineColor = used, MarkerFillColor = used, MarkerLineColor = used });
    }

    public Scatter Scatter(double x, double y, Color? color = null) => Scatter(new[] { x }, new[] { y }, color);
    public Scatter Scatter(double[] xs, double[] ys, Color? color = null) => Scatter(new ScatterSourceDoubleArray(xs, ys), color);
    public Scatter Scatter(Coordinates point, Color? color = null) => Scatter(new[] { point }, color);
    public Scatter Scatter(Coordinates[] coordinates, Color? color = null) => Scatter(new ScatterSourceCoordinatesArray(coordinates), color);
    public Scatter Scatter(List<Coordinates> coordinates, Color? color = null) => Scatter(new ScatterSourceCoordinatesList(coordinates), color);

    // these two leave the marker's line black, as the package does: it shows only on open markers
    public Scatter Scatter<T1, T2>(T1[] xs, T2[] ys, Color? color = null) =>
        WithBlackMarkerLine(new Scatter(new ScatterSourceGenericArray<T1, T2>(xs, ys)), color);

    public Scatter Scatter<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) =>
        WithBlackMarkerLine(new Scatter(new ScatterSourceGenericList<T1, T2>(xs, ys)), color);

    private Scatter WithBlackMarkerLine(Scatter scatter, Color? color)
    {
        scatter.LineColor = scatter.MarkerFillColor = color ?? GetNextColor();
        return Added(scatter);
    }

    private static Scatter OnlyLine(Scatter scatter)
    {
        scatter.MarkerSize = 0;
        return scatter;
    }

    private static Scatter OnlyPoints(Scatter scatter)
    {
        scatter.LineWidth = 0;
        return scatter;
    }

    public Scatter ScatterLine(IScatterSource source, Color? color = null) => OnlyLine(Scatter(source, color));
    public Scatter ScatterLine(double[] xs, double[] ys, Color? color = null) => OnlyLine(Scatter(xs, ys, color));
    public Scatter ScatterLine(Coordinates[] coordinates, Color? color = null) => OnlyLine(Scatter(coordinates, color));
    public Scatter ScatterLine(List<Coordinates> coordinates, Color? color = null) => OnlyLine(Scatter(coordinates, color));
    public Scatter ScatterLine<T1, T2>(T1[] xs, T2[] ys, Color? color = null) => OnlyLine(Scatter(xs, ys, color));
    public Scatter ScatterLine<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) => OnlyLine(Scatter(xs, ys, color));

    public Scatter ScatterPoints(IScatterSource source, Color? color = null) => OnlyPoints(Scatter(source, color));
    public Scatter ScatterPoints(double[] xs, double[] ys, Color? color = null) => OnlyPoints(Scatter(xs, ys, color));
    public Scatter ScatterPoints(Coordinates[] coordinates, Color? color = null) => OnlyPoints(Scatter(coordinates, color));
    public Scatter ScatterPoints(List<Coordinates> coordinates, Color? color = null) => OnlyPoints(Scatter(coordinates, color));
    public Scatter ScatterPoints<T1, T2>(T1[] xs, T2[] ys, Color? color = null) => OnlyPoints(Scatter(xs, ys, color));
    public Scatter ScatterPoints<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) => OnlyPoints(Scatter(xs, ys, color));

    public Signal Signal(ISignalSource source, Color? color = null) => Added(new Signal(source) { Color = color ?? GetNextColor() });
    public Signal Signal(double[] ys, double period = 1, Color? color = null) => Signal(new SignalSourceDouble(ys, period), color);
    public Signal Signal<T>(T[] ys, double period = 1, Color? color = null) => Signal(new SignalSourceGenericArray<T>(ys, period), color);
    public Signal Signal<T>(IReadOnlyList<T> ys, double period = 1, Color? color = null) => Signal(new SignalSourceGenericList<T>(ys, period), color);

    public Signal SignalConst<T>(T[] ys, double period = 1, Color? color = null)
        where T : struct, IComparable => Signal(new SignalConstSource<T>(ys, period), color);

    public SignalXY SignalXY(ISignalXYSource source, Color? color = null) => Added(new SignalXY(source) { Color = color ?? GetNextColor() });
    public SignalXY SignalXY(double[] xs, double[] ys, Color? color = null) => SignalXY(new SignalXYSourceDoubleArray(xs, ys), color);

    public SignalXY SignalXY<TX, TY>(TX[] xs, TY[] ys, Color? color = null) =>
        SignalXY(new SignalXYSourceGenericArray<TX, TY>(xs, ys), color);

    public SignalXY SignalXY<TX, TY>(IReadOnlyList<TX> xs, IReadOnlyList<TY> ys, Color? color = null) =>
        SignalXY(new SignalXYSourceGenericList<TX, TY>(xs, ys), color);

    public FunctionPlot Function(IFunctionSource functionSource)
    {
        FunctionPlot function = new(functionSource);
        function.LineStyle.Color = GetNextColor();
        return Added(function);
    }

    public FunctionPlot Function(Func<double, double> func) => Function(new FunctionSource(func));

    public LollipopPlot Lollipop(double[] values) => Lollipop(values.Select((v, i) => new Coordinates(i, v)));
    public LollipopPlot Lollipop(double[] values, double[] positions) => Lollipop(Coordinates.Zip(positions, values));
    public LollipopPlot Lollipop(IEnumerable<Coordinates> coordinates) => Added(new LollipopPlot(coordinates) { Color = GetNextColor() });

    public ErrorBar ErrorBar(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<double> yErrors) =>
        Added(new ErrorBar(xs, ys, null, null, yErrors, yErrors) { Color = GetNextColor() });
}
