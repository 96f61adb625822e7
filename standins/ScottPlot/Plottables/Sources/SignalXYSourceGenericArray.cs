namespace ScottPlot.DataSources;

public class SignalXYSourceGenericArray<TX, TY>(TX[] xs, TY[] ys)
    : SignalXYSourceDoubleArray(Numbers.ToDoubles(xs), Numbers.ToDoubles(ys));
