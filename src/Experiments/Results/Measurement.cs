namespace Experiments.Results;

/// <summary>One number measured while training: a row of a cell.</summary>
/// <param name="Epoch">Epochs completed when it was measured; 0 is before training.</param>
/// <param name="Step">Optimizer steps completed when it was measured.</param>
/// <param name="Split"><c>train</c>, <c>validation</c> or <c>test</c>; empty where a metric belongs to no split.</param>
/// <param name="Metric">What was measured, one of <see cref="Metrics"/>.</param>
/// <param name="Layer">The layer, counted from 1 with the output layer last; null where a metric belongs to the whole network.</param>
/// <param name="Value">The number; may be NaN or infinite when training diverged.</param>
public readonly record struct Measurement(int Epoch, long Step, string Split, string Metric, int? Layer, double Value);
