namespace ScottPlot.DataSources;

public class SignalXYSourceGenericList<TX, TY>(IReadOnlyList<TX> xs, IReadOnlyList<TY> ys)
    : SignalXYSourceDoubleArray(Numbers.ToDoubles(xs), Numbers.ToDoubles(ys));
