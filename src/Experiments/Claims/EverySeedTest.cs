namespace Experiments.Claims;

/// <summary>
/// Every seed shows it, and so many do that no share of all networks up to the given one would let all of them show it, save with
/// probability shareⁿ.
/// </summary>
internal sealed record EverySeedTest(double Share) : Expectation
{
    public override string Describe(string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"every seed, more than {100 * Share:0.#} % of networks");

    internal override Decision Decide(SeedValues values)
    {
        var without = values.BySeed.Where(seed => seed.Value != 1).Select(seed => seed.Key).Order().ToList();
        return without.Count > 0 ? new(false, null, $"not in seed{(without.Count > 1 ? "s" : "")} {string.Join(", ", without)}")
            : values.IsExact ? new(true, null, "nothing about it is random")
            : new(true, Math.Pow(Share, values.BySeed.Count));
    }
}
