namespace Packages.Tests.Facts;

/// <summary>Microsoft.Data.Analysis 0.23.0.</summary>
public sealed record FrameFacts() : FactSet("Frames", "dataframe-facts.txt", 250);

public sealed class FrameFactTests(FactRun<FrameFacts> run) : FactTests<FrameFacts>(run);
