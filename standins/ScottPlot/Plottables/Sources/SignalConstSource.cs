namespace ScottPlot.DataSources;

/// <summary>Values that never change. The package looks ranges up in a tree; what is drawn is the same.</summary>
public class SignalConstSource<T>(T[] ys, double period) : SignalSourceGenericArray<T>(ys, period)
    where T : struct, IComparable;
