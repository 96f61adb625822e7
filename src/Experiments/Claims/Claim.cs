namespace Experiments.Claims;

/// <summary>A sentence that a run can support or refute.</summary>
/// <param name="Sentence">The sentence, as the source says it or as it follows from it, without a full stop.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Values">The number that decides, seed by seed; empty as long as there are no results.</param>
/// <param name="Expected">What the sentence leads to expect of it.</param>
public sealed record Claim(string Sentence, Source Source, SeedValues Values, Expectation Expected)
{
    /// <summary>Whether the sentence speaks of any images; if not, it speaks of MNIST and is tested on nothing else.</summary>
    public bool OnAnyData { get; init; }
}
