namespace Experiments.Reports;

/// <summary>The words of the page, for readers who meet them for the first time.</summary>
internal static class Glossary
{
    /// <summary>Each word with what it means here, by alphabet.</summary>
    public static IReadOnlyList<(string Term, string Meaning)> Terms { get; } =
    [
        ("95 % interval", "A range that a procedure gives which, over many repetitions, contains the true mean in 95 of 100 cases. "
            + "Narrower with more seeds."),
        ("batch", "The training images from which one step's gradient is computed. Full batch: all of them."),
        ("claim", "A sentence from a textbook or a paper, with the number that decides it and what the sentence leads to expect."),
        ("departure", "A setting that is not the published run's. Results with departures explore: they decide no claim."),
        ("diverged", "A training whose loss or weights became infinite or not a number. It is crossed (×) in charts."),
        ("epoch", "One pass through all training images. Epoch 0 is before training."),
        ("factor", "What a variant differs in from others, such as the activation function."),
        ("geometric mean", "The mean of logarithms, taken back: the usual mean of ratios and norms, which vary by factors."),
        ("gradient", "The derivatives of the cost with respect to the weights or biases of a layer. Its size (norm, ‖∂C/∂W‖ or ‖∂C/∂b‖) "
            + "says how fast the layer learns."),
        ("hidden layer", "A layer between input and output. Layer 1 is the first; the output layer is the last."),
        ("inconclusive", "The seeds are too few, or differ too much, to decide for or against the claim."),
        ("log scale", "An axis on which equal distances are equal factors: 1, 10, 100 and so on."),
        ("loss", "What training minimizes, as a mean over images, without weight penalties."),
        ("not tested", "These results cannot decide the claim: another data set, a quick run, other settings, or something missing."),
        ("p", "The probability of seeds that speak as clearly if the verdict were wrong, times the number of the recipe's claims that need "
            + "a test (Bonferroni's correction). At most 0.05 decides."),
        ("quick run", "A run of a minute, to see that everything works: too short to decide anything."),
        ("recipe", "One question with the trainings, charts and claims that answer it."),
        ("refuted", "The seeds decide against the claim."),
        ("seed", "One repetition. The number from which all that is random in it comes: initial weights, order of images, dropout masks."),
        ("step", "One update of the weights, from one batch."),
        ("supported", "The seeds decide for the claim."),
        ("validation images", "Images that training does not use: they tell when a network overfits. Test images judge at the end."),
        ("variant", "One arm of the comparison: a model with its settings."),
    ];
}
