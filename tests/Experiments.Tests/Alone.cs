namespace Experiments.Tests;

/// <summary>
/// Tests that compare bytes run while no other test does: one that makes a layer of torch.nn outside the engine draws from libtorch's
/// process-wide generator, which the engine guards against its own threads alone.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
