using Experiments.Charts;
using Experiments.Claims;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.CommandLine;

/// <summary>
/// Results that nobody measured, of every kind of outcome: a training that runs through, one that stops early and takes back its best
/// check's weights, one that diverges in two of three seeds, and one that measures something of its own and trains nothing.
/// </summary>
internal sealed class Outcomes : Recipe
{
    public const int MadeUpSeeds = 3;

    public override string Question => "What can become of a training?";

    public override Source Source => Sentences.Book;

    public override Settings Defaults => new Widths().Defaults;

    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        new("through", Widths.Network(4), settings), new("stops", Widths.Network(5), settings),
        new("diverges", Widths.Network(6), settings), new("a|b <c>, \"d\"", Widths.Network(7), settings),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) => [new LearningCurves("accuracy", "Which is <higher> & \"better\"?")];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
        [new("It learns", Source, results["through"].ValidationAccuracy.Last(), Expected.Above(10))];

    public override IEnumerable<PrintedTable> Tables(ResultTable results) =>
        [new("How many are there?", "what", "number") { Rows = [["variants", $"{results.Variants.Count}"]] }];

    /// <summary>Stores them.</summary>
    public void Store(string folder, string dataSet = "MNIST", string? digest = null) =>
        MadeUpRun.Store(this, folder, MadeUpSeeds, Rows, dataSet, digest: digest);

    private static IEnumerable<Measurement> Rows(Variant variant, int seed) => variant.Name switch
    {
        "through" => Training(epochs: 4, seed),
        "stops" =>
        [
            .. Training(epochs: 3, seed), new(3, 3, "", Metrics.Stopped, null, 3), new(3, 3, "", Metrics.Best, null, 1),
            new(3, 3, Splits.Test, Metrics.RestoredAccuracy, null, 0.125),
        ],
        "diverges" => seed == 0 ? Training(epochs: 4, seed) : [.. Training(seed, seed), new(seed, seed, "", Metrics.Diverged, null, 1)],
        _ => [new(0, 0, "", "error.own", null, 1.23456789e-7 * (seed + 1)), new(1, 1, "", "error.own", null, 0.5)],
    };

    // The validation accuracy rises to 0.3 at epoch 3, the test accuracy is half of it; gradients of three layers.
    private static IEnumerable<Measurement> Training(int epochs, int seed)
    {
        for (var epoch = 0; epoch <= epochs; epoch++)
        {
            var accuracy = 0.1 * Math.Min(epoch, 6 - epoch);
            yield return new(epoch, epoch, Splits.Validation, Metrics.Accuracy, null, accuracy);
            yield return new(epoch, epoch, Splits.Test, Metrics.Accuracy, null, accuracy / 2);
        }

        for (var layer = 1; layer <= 3; layer++)
        {
            yield return new(0, 0, "", Metrics.BiasGradient, layer, layer);
            yield return new(0, 0, "", Metrics.ActivationDeviation, layer, seed + (0.5 * layer));
        }
    }
}
