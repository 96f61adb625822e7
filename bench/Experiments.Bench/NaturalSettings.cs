namespace Experiments.Bench;

/// <summary>
/// A setting of the natural loop, written down apart from the recipes: <c>bench</c> fails if the two differ. bench/peers/settings.py has
/// the same.
/// </summary>
/// <param name="Sizes">Inputs, units of each hidden layer, classes.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="Images">Training images, the first ones.</param>
internal sealed record NaturalSettings(IReadOnlyList<int> Sizes, int Batch, int Images)
{
    /// <summary>
    /// Sigmoid units and outputs with binary cross-entropy, N(0, 1/n_in) weights and N(0, 1) biases; otherwise ReLU and a softmax.
    /// </summary>
    public bool IsSigmoid { get; init; }

    /// <summary>The default initialization of nn.Linear, rather than He's.</summary>
    public bool DefaultWeights { get; init; }

    /// <summary>Probability to drop a hidden unit.</summary>
    public double Drop { get; init; }

    /// <summary>The rate of SGD; null for Adam with 0.001.</summary>
    public double? SgdRate { get; init; }

    /// <summary>Momentum of SGD.</summary>
    public double Momentum { get; init; }

    /// <summary>Decay of weights, not of biases.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The rest of the task in words.</summary>
    public string How => TaskText.How(
        IsSigmoid ? "cross-entropy-per-unit"
            : "softmax-cross-entropy", SgdRate is null ? "adam"
            : "sgd", SgdRate ?? 0.001, Momentum, WeightDecay, Images, Batch);

    /// <summary>The setting with this name.</summary>
    public static NaturalSettings Of(string name) => name switch
    {
        ['A', var hidden] =>
            new([784, .. Enumerable.Repeat(30, hidden - '0'), 10], 10, 50_000) { IsSigmoid = true, SgdRate = 0.1, WeightDecay = 1e-4 },
        "B" => new([784, .. Enumerable.Repeat(100, 10), 10], 128, 50_000) { SgdRate = 0.01, Momentum = 0.9 },
        "C" => new([784, 512, 512, 10], 100, 5_000) { DefaultWeights = true, Drop = 0.5 },
        "C0" => Of("C") with { Drop = 0 },
        "D" => new([784, 256, 256, 10], 64, 2_000),
        _ => throw new ArgumentException($"Unknown setting '{name}'.", nameof(name)),
    };
}
