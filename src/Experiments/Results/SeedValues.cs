using System.Runtime.ExceptionServices;

namespace Experiments.Results;

/// <summary>How a number spreads over seeds, and so how its mean is taken.</summary>
public enum Scale
{
    /// <summary>By amounts: arithmetic mean.</summary>
    Linear,

    /// <summary>By factors, as norms and ratios do: geometric mean, decided on logarithms.</summary>
    Logarithmic,

    /// <summary>1 where a seed shows something, 0 where it does not: share of the seeds.</summary>
    YesOrNo,
}

/// <summary>
/// One number per seed, which charts draw and claims test. Two are compared by <c>a - b</c> or <c>a / b</c>, seed by seed. Numbers that
/// cannot be had, as of a misspelt variant, are an error when they are read: a claim or chart that asks for them costs itself alone.
/// </summary>
/// <param name="What">What was measured, in words.</param>
/// <param name="Unit">Its unit: %, points, ×, epochs …; empty for a bare number.</param>
/// <param name="BySeed">The number of every seed that has one, by seed.</param>
/// <param name="Variants">The variants it comes from; all of them must have results.</param>
public sealed record SeedValues(string What, string Unit, IReadOnlyDictionary<int, double> BySeed, IReadOnlyList<string> Variants)
{
    /// <summary>A number in single precision is uncertain by about this part of itself.</summary>
    private const double SinglePrecision = 1.2e-7;

    private const double Central = 1.9599639845400545; // 95 % of a normal distribution lie within ± this

    /// <summary>How it spreads over seeds.</summary>
    public Scale Scale { get; init; } = Scale.Linear;

    /// <summary>The seeds that chose a variant among others and so report nothing of it; none if nothing was chosen.</summary>
    internal IReadOnlyList<int> ChoosingSeeds { get; init; } = [];

    /// <summary>Whether nothing about it is random, so that one value decides and no test is needed.</summary>
    public bool IsExact { get; init; }

    /// <summary>The number of every seed that has one, by seed.</summary>
    /// <exception cref="Exception">The numbers cannot be had.</exception>
    public IReadOnlyDictionary<int, double> BySeed
    {
        get
        {
            if (Problem is not null)
            {
                ExceptionDispatchInfo.Throw(Problem);
            }

            return field;
        }

        init;
    } = BySeed;

    /// <summary>The numbers, by seed ascending.</summary>
    public IReadOnlyList<double> Values => [.. BySeed.OrderBy(seed => seed.Key).Select(seed => seed.Value)];

    /// <summary>The mean over seeds with its 95 % interval, as the scale says.</summary>
    public Interval Mean => Scale switch
    {
        Scale.Logarithmic => Statistics.GeometricMean(Values, LeastDeviation),
        Scale.YesOrNo => Statistics.Proportion(BySeed.Values.Count(value => value == 1), BySeed.Count),
        _ => Statistics.Mean(Values, LeastDeviation),
    };

    /// <summary>
    /// How far an accuracy, an error or a difference of two could be from this on other images, which no seed varies: with 95 %
    /// probability within plus or minus this, at most; in the number's unit. NaN for all other numbers.
    /// </summary>
    public double OtherImages => Shares switch
    {
        [var share] => 100 * Central * Math.Sqrt(share.Variance),
        [var a, var b] when a.Split == b.Split => 100 * Central * Math.Sqrt(Math.Min(a.Mean + b.Mean, 2 - a.Mean - b.Mean) / a.Count),
        [var a, var b] => 100 * Central * Math.Sqrt(a.Variance + b.Variance),
        _ => double.NaN,
    };

    /// <summary>Why there are no numbers; null if there are.</summary>
    internal Exception? Problem { get; init; }

    /// <summary>By how much a seed's number changes at least if it changes; none for numbers in single precision.</summary>
    internal IReadOnlyDictionary<int, double> Steps { get; init; } = new Dictionary<int, double>();

    /// <summary>The accuracy or error that it is, or the two that it compares.</summary>
    internal IReadOnlyList<ShareOfImages> Shares { get; init; } = [];

    /// <summary>
    /// The least deviation over seeds that tests assume, on the scale: half of the step in which numbers change, so that seeds with equal
    /// numbers do not seem to leave no doubt.
    /// </summary>
    internal double LeastDeviation
    {
        get
        {
            var isCount = Steps.Values.All(step => step == 0) && BySeed.Values.All(value => Math.Round(value) == value);
            return IsExact ? 0 : BySeed.Select(seed => Scaled(seed.Value, isCount ? 1 : StepOf(seed.Key))).DefaultIfEmpty(0).Max() / 2;

            double Scaled(double value, double step) => Scale == Scale.Logarithmic ? Math.Log(1 + (step / Math.Max(value, step))) : step;
        }
    }

    /// <summary>The paired difference, seed by seed.</summary>
    public static SeedValues operator -(SeedValues a, SeedValues b) =>
        Pair(a, b, $"{a.What} minus {b.What}", (x, y) => x - y) with
        {
            Unit = a.Unit == "%" ? "points" : a.Unit,
            Shares = a.Shares.Count == 1 && b.Shares.Count == 1 ? [a.Shares[0], b.Shares[0]] : [],
        };

    /// <summary>The paired ratio, seed by seed; decided on the log scale.</summary>
    public static SeedValues operator /(SeedValues a, SeedValues b) =>
        Pair(a, b, $"{a.What} over {b.What}", (x, y) => x / y) with { Unit = "×", Scale = Scale.Logarithmic };

    /// <summary>The same as <c>a - b</c>.</summary>
    public static SeedValues Subtract(SeedValues a, SeedValues b) => a - b;

    /// <summary>The same as <c>a / b</c>.</summary>
    public static SeedValues Divide(SeedValues a, SeedValues b) => a / b;

    /// <summary>The least of some, seed by seed, for the seeds that all have.</summary>
    public static SeedValues MinOf(string what, params IReadOnlyList<SeedValues> all) => Together(what, all, Math.Min);

    /// <summary>The greatest of some, seed by seed, for the seeds that all have.</summary>
    public static SeedValues MaxOf(string what, params IReadOnlyList<SeedValues> all) => Together(what, all, Math.Max);

    /// <summary>
    /// The level at which a number is least, seed by seed, for the seeds that all have; on the log scale. It changes in steps: those of the
    /// levels. A number that is not finite is never the least.
    /// </summary>
    /// <param name="what">What the level is, in words.</param>
    /// <param name="all">Two or more levels, ascending and above 0, and the numbers there.</param>
    public static SeedValues LevelOfLeast(string what, params IReadOnlyList<(double Level, SeedValues Numbers)> all) =>
        Of(new(what, "", new Dictionary<int, double>(), [.. all.SelectMany(level => level.Numbers.Variants).Distinct()]), () =>
            from seed in all.Select(level => level.Numbers.BySeed.Keys).Aggregate((a, b) => a.Intersect(b)).Order()
            let numbers = all.Select(level => level.Numbers.BySeed[seed]).ToList()
            where numbers.Exists(double.IsFinite)
            let least = numbers.IndexOf(numbers.Where(double.IsFinite).Min())
            let neighbour = all[least + 1 < all.Count ? least + 1 : least - 1].Level
            select (seed, all[least].Level, Math.Abs(all[least].Level - neighbour))) with
        { Scale = Scale.Logarithmic };

    /// <summary>Every seed's number made another.</summary>
    /// <param name="unit">The new number's unit.</param>
    /// <param name="make">The new number from the old.</param>
    public SeedValues Each(string unit, Func<double, double> make) => Of(this with { Unit = unit, Shares = [] }, () =>
        from seed in BySeed
        let step = StepOf(seed.Key)
        let value = make(seed.Value)
        select (seed.Key, value, StepFrom(value, make(seed.Value - step), make(seed.Value + step))));

    /// <summary>Whether each seed's number has a property.</summary>
    /// <param name="what">The property, in words.</param>
    /// <param name="shows">Whether a number has it.</param>
    public SeedValues Whether(string what, Func<double, bool> shows) =>
        Each("", value => shows(value) ? 1 : 0) with { What = what, Scale = Scale.YesOrNo };

    /// <summary>The same under other words.</summary>
    public SeedValues Named(string what) => this with { What = what };

    /// <summary>The same, decided on the log scale.</summary>
    public SeedValues OnLogScale() => this with { Scale = Scale.Logarithmic };

    /// <summary>The same, with nothing random about it: one value decides, without a test.</summary>
    public SeedValues Exactly() => this with { IsExact = true };

    /// <summary>A number as it is averaged: its logarithm on the log scale.</summary>
    internal double ToScale(double value) => Scale == Scale.Logarithmic ? Math.Log(Math.Max(0, value)) : value;

    /// <summary>Numbers with their steps, in place of others; an exception is kept until somebody reads them.</summary>
    internal static SeedValues Of(SeedValues old, Func<IEnumerable<(int Seed, double Value, double Step)>> make)
    {
        try
        {
            List<(int Seed, double Value, double Step)> made = [.. make()];
            return old with
            {
                BySeed = made.ToDictionary(row => row.Seed, row => row.Value),
                Steps = made.ToDictionary(row => row.Seed, row => row.Step),
            };
        }
        catch (Exception problem)
        {
            return old with { Problem = problem };
        }
    }

    /// <summary>How much a number changes if what it is made of changes by a step, to either side or to some.</summary>
    internal static double StepFrom(double value, params IEnumerable<double> moved) =>
        moved.Select(other => Math.Abs(other - value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private double StepOf(int seed) => Math.Max(Steps.GetValueOrDefault(seed), SinglePrecision * Math.Abs(BySeed[seed]));

    private static SeedValues Pair(SeedValues a, SeedValues b, string what, Func<double, double, double> make) =>
        Of(Together(what, a, b), () =>
            from seed in a.BySeed.Keys.Intersect(b.BySeed.Keys).Order()
            let x = a.BySeed[seed]
            let y = b.BySeed[seed]
            let value = make(x, y)
            let own = (A: a.StepOf(seed), B: b.StepOf(seed))
            select (seed, value, StepFrom(
                value, make(x - own.A, y), make(x + own.A, y), make(x, y - own.B), make(x, y + own.B))));

    private static SeedValues Together(string what, SeedValues a, SeedValues b) =>
        new(what, a.Unit, new Dictionary<int, double>(), [.. a.Variants.Union(b.Variants)])
        {
            ChoosingSeeds = [.. a.ChoosingSeeds.Union(b.ChoosingSeeds)],
        };

    private static SeedValues Together(string what, IReadOnlyList<SeedValues> all, Func<double, double, double> choose) =>
        all.Aggregate((a, b) => Pair(a, b, what, choose) with { Scale = a.Scale }) with { What = what };
}

/// <summary>An accuracy or an error.</summary>
/// <param name="Split">The images' split.</param>
/// <param name="Count">Number of images.</param>
/// <param name="Mean">The share of them, 0 to 1, as a mean over seeds.</param>
internal sealed record ShareOfImages(string Split, int Count, double Mean)
{
    /// <summary>The variance of the share over draws of as many images.</summary>
    public double Variance => Mean * (1 - Mean) / Count;
}
