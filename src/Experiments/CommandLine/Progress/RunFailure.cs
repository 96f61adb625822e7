using Experiments.Running;

namespace Experiments.CommandLine.Progress;

/// <summary>Something that failed in a run.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Seed">The seed of the cell that failed; null if the variant's record could not be restored.</param>
/// <param name="Problem">Why.</param>
internal sealed record RunFailure(PlannedVariant Variant, int? Seed, Exception Problem);
