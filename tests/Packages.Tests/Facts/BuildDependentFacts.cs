namespace Packages.Tests.Facts;

/// <summary>The facts that another build of the same package version may answer otherwise. They are skipped where they differ.</summary>
public static class BuildDependentFacts
{
    private const string OtherStream = "MKL has another random stream for bernoulli_(double) and exponential_, and the fact was seen without MKL.";

    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["Rng_bernoulli_inplace_scalar_seeded"] = OtherStream,
        ["Rng_exponential_seeded"] = OtherStream,
        ["Rng_multinomial_without_seeded"] = OtherStream,
        ["Layer_dropout_train_seeded"] = OtherStream,
    };

    /// <summary>Why the fact depends on the build, or null. A name covers its parts: "Fact" also "Fact.part".</summary>
    public static string? Reason(string name) => _reasons.GetValueOrDefault(name.Split('.', ' ')[0]);
}
