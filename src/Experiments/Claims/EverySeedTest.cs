namespace Experiments.Claims;

/// <summary>
/// Every seed shows it, and so many do that no share of all networks up to the given one would let all of them show it, save with
/// probability shareⁿ.
/// </summary>
internal sealed record EverySeedTest(double Share) : Expectation
{
    public override string Describe(string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"every seed, more than {100 * Share:0.#} % of networks");

    internal override (double Low, double High) Range(SeedValues values) => (Share, double.PositiveInfinity);

    internal override Decision Decide(SeedValues values) =>
        InEverySeed(values, value => value == 1, () => Math.Pow(Share, values.BySeed.Count));
}
