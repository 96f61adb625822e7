namespace Experiments.Claims;

/// <summary>
/// What sentences lead to expect. Meant for <c>using static</c>, so that a claim reads <c>expected: Between(30, 300)</c>.
/// </summary>
public static class Expected
{
    /// <summary>The mean over seeds lies above a bound: <c>A - B</c> above 0 says that A beats B.</summary>
    public static Expectation Above(double bound) => new MeanTest(bound, double.PositiveInfinity);

    /// <summary>The mean over seeds lies below a bound.</summary>
    public static Expectation Below(double bound) => new MeanTest(double.NegativeInfinity, bound);

    /// <summary>The mean over seeds lies in a range.</summary>
    public static Expectation Between(double low, double high) => new MeanTest(low, high);

    /// <summary>
    /// The mean over seeds is a published figure up to a distance: what the source means by "about", or how exactly it says it.
    /// </summary>
    public static Expectation Near(double published, double within) => new MeanTest(published - within, published + within)
    {
        Figure = $"{NumberText.Concise(published)} ± {NumberText.Concise(within)}",
    };

    /// <summary>The mean over seeds is a figure up to a factor: "about 100 times" up to a factor 2 is from 50 to 200.</summary>
    public static Expectation About(double figure, double factor) => new MeanTest(figure / factor, figure * factor)
    {
        Figure = NumberText.Concise(figure), UpTo = $" up to a factor {NumberText.Concise(factor)}",
    };

    /// <summary>
    /// A figure that somebody published from one run could be one of ours: it lies where 95 % of all runs do. For figures without a spread.
    /// </summary>
    public static Expectation OneRunGave(double published) => new SingleRunTest(published);

    /// <summary>
    /// "In every network" the number lies above a bound: every seed's does, and so clearly that 95 % of all networks' would.
    /// </summary>
    public static Expectation AlwaysAbove(double bound) => new ToleranceBoundTest(bound, double.PositiveInfinity);

    /// <summary>
    /// "In every network" the number lies below a bound: every seed's does, and so clearly that 95 % of all networks' would.
    /// </summary>
    public static Expectation AlwaysBelow(double bound) => new ToleranceBoundTest(double.NegativeInfinity, bound);

    /// <summary>
    /// Every seed shows it (<see cref="Results.SeedValues.Whether"/>). One that does not refutes the sentence; for support there must be
    /// enough seeds that something shown by no more than a given share of all networks would hardly show in all of them: 5 for one half,
    /// and more if several claims are tested. Where the property is a number beyond a bound, <see cref="AlwaysAbove"/> decides with fewer.
    /// </summary>
    /// <param name="share">That share.</param>
    public static Expectation EverySeed(double share = 0.5) => new EverySeedTest(share);
}
