using Packages.Tests.Facts;

namespace Packages.Tests.Torch;

/// <summary>TorchSharp 0.107 over libtorch 1.13.1.</summary>
public sealed record TorchFacts() : FactSet("Torch", "torchsharp-facts.txt", 997);

public sealed class TorchFactTests(FactRun<TorchFacts> run) : FactTests<TorchFacts>(run);
