using Experiments.Charts;
using Experiments.Claims;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.CommandLine;

/// <summary>
/// A recipe with given claims, and results of it that nobody measured: seed s of variant v has a validation accuracy of v's base + s/100 at
/// epoch 1.
/// </summary>
/// <param name="claims">From results to claims.</param>
internal sealed class Sentences(Func<ResultTable, IEnumerable<Claim>> claims) : Recipe
{
    public static readonly Source Book = new("A. Author, A Book", "ch. 9");

    public override string Question => "What do the seeds say?";

    public override Source Source => Book;

    public override Settings Defaults => new() { Epochs = 1 };

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [new("low", Widths.Network(4), settings), new("high", Widths.Network(8), settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
        [new LearningCurves("accuracy", "Which is higher?")];

    public override IEnumerable<Claim> Claims(ResultTable results) => claims(results);

    /// <summary>Validation accuracy of a variant in per cent, 20 + s or 70 + s for seed s.</summary>
    public static SeedValues Accuracy(ResultTable results, string variant) => results[variant].ValidationAccuracy.At(1);

    /// <summary>Stores made-up results of this recipe.</summary>
    public void Store(string folder, int seeds = 5, string dataSet = "MNIST", Func<Recipe, Settings>? settings = null)
    {
        MadeUpRun.Store(this, folder, seeds, Rows, dataSet, settings);

        static IEnumerable<Measurement> Rows(Variant variant, int seed) =>
        [
            new(0, 0, Splits.Validation, Metrics.Accuracy, null, 0.1),
            new(1, 1, Splits.Validation, Metrics.Accuracy, null, (variant.Name == "low" ? 0.2 : 0.7) + (0.01 * seed)),
        ];
    }
}

/// <summary>A small recipe that trains, with a claim that speaks of MNIST.</summary>
internal sealed class Learns : Recipe
{
    public override string Question => "Does it learn?";

    public override Source Source => Sentences.Book;

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override IEnumerable<Variant> Variants(Settings settings) => [new("only", Widths.Network(4), settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
        [new("It learns", Source, results["only"].ValidationAccuracy.Last(), Expected.Above(10))];
}
