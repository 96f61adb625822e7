using ScottPlot;

namespace Experiments.Charts;

/// <summary>Trainings that diverged: crossed in every chart that shows what they led to.</summary>
internal static class Divergence
{
    /// <summary>Size of a cross on a line.</summary>
    public const float Size = 13;

    /// <summary>What the crosses are, as it stands in the legend.</summary>
    public static LegendItem LegendItem { get; } = Dots.LegendItem("training diverged (not finite)", Theme.Ink, 10, MarkerShape.Eks);

    /// <summary>
    /// The numbers that have a place on an axis, and whether the training behind each diverged: where seeds chose a variant, its own, not
    /// that of another candidate.
    /// </summary>
    public static List<SeedNumber> Numbers(ResultTable results, SeedValues values, ValueAxis axis, string variant)
    {
        var behind = values.ChoosingSeeds.Count > 0 ? [variant] : values.Variants;
        var diverged = behind.SelectMany(name => results[name].DivergedEpoch.BySeed.Keys).ToHashSet();
        return [.. values.BySeed.OrderBy(seed => seed.Key).Where(seed => axis.HasPlaceFor(seed.Value))
            .Select(seed => new SeedNumber(seed.Value, diverged.Contains(seed.Key)))];
    }

    /// <summary>Adds a marker for each seed: a dot, or a cross where training diverged.</summary>
    public static void AddSeeds(Plot plot, IEnumerable<(SeedNumber Number, double X, double Y)> seeds, Color color, float size)
    {
        foreach (var group in seeds.GroupBy(seed => seed.Number.Diverged))
        {
            var (points, shape) = (group.Select(seed => (seed.X, seed.Y)), group.Key ? MarkerShape.Eks : MarkerShape.FilledCircle);
            Dots.Add(plot, points, color, group.Key ? size + 4 : size, shape);
        }
    }

    /// <summary>
    /// Crosses a curve where each seed's training diverged or, where its value then is none that the axis shows, at the last that is.
    /// </summary>
    public static void AddCrosses(
        Plot plot, VariantResults variant, TrainingCurve curve, EpochAxis epochs, ValueAxis axis, Color color)
    {
        var crosses =
            from seed in variant.DivergedEpoch.BySeed
            let index = curve.Seeds.ToList().IndexOf(seed.Key)
            where index >= 0
            let until = curve.Epochs.Zip(curve.Values[index]).Where(point => point.First <= seed.Value).Select(point => point.Second)
            let shown = until.Where(axis.HasPlaceFor).ToList()
            where shown.Count > 0
            select (epochs.Position(seed.Value), axis.Position(shown[^1]));
        Dots.Add(plot, crosses, color, Size, MarkerShape.Eks);
    }
}

/// <summary>A seed's number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Diverged">Whether the training that it comes from diverged.</param>
internal readonly record struct SeedNumber(double Value, bool Diverged);
