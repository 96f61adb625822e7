namespace Experiments.Networks;

/// <summary>A multilayer perceptron: dense layers with one activation after every hidden layer; the output layer gives logits.</summary>
/// <param name="Sizes">Number of inputs, of units of every hidden layer, and of classes.</param>
/// <param name="Activation">The hidden layers' activation.</param>
/// <param name="Weights">How weights start.</param>
/// <param name="Biases">How biases start.</param>
/// <exception cref="ArgumentException">There are fewer than two sizes, or one of them is not positive.</exception>
public sealed record Mlp(IReadOnlyList<int> Sizes, Activation Activation, Init Weights, Init Biases) : Architecture
{
    /// <summary>Number of inputs, of units of every hidden layer, and of classes.</summary>
    public IReadOnlyList<int> Sizes { get; init => field = Checked(value); } = Checked(Sizes);

    /// <summary>Dropout after every hidden layer; by default none.</summary>
    public DropoutRule Dropout { get; init; } = DropoutRule.None;

    /// <inheritdoc/>
    public override string Description =>
        $"{string.Join('-', Sizes)} {Activation}, weights {Weights}, biases {Biases}"
        + (Dropout.DropRate == 0 ? "" : $", {Dropout}");

    /// <inheritdoc/>
    public override (int Layers, long Weights) Size =>
        (Sizes.Count - 1, Sizes.Zip(Sizes.Skip(1), (fanIn, fanOut) => (long)fanIn * fanOut).Sum());

    /// <inheritdoc/>
    public override int? Inputs => Sizes[0];

    /// <inheritdoc/>
    public override Network Build(IReadOnlyList<SeedStreams> seeds) => new DenseNetwork(this, seeds);

    // Here and not when it is built: a study that cannot work is refused before any of it is trained.
    private static IReadOnlyList<int> Checked(IReadOnlyList<int> sizes) => sizes.Count >= 2 && sizes.All(size => size > 0)
        ? sizes
        : throw new ArgumentException($"A network needs an input and an output layer, and at least one unit in every layer, but its sizes are {string.Join('-', sizes)}.");
}
