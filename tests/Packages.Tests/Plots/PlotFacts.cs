using Packages.Tests.Facts;

namespace Packages.Tests.Plots;

/// <summary>What ScottPlot printed of limits, ticks, colours, layouts, legends, lists, statistics and files.</summary>
public sealed record PlotFacts() : FactSet("Plot", "plot-facts.txt", 200);

public sealed class PlotFactTests(FactRun<PlotFacts> run) : FactTests<PlotFacts>(run);
