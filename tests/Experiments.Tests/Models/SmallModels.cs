using Experiments.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

/// <summary>
/// Small models of every kind, from images of 36 pixels (6 × 6) to 10 logits where nothing else is said; each may stand in <c>Model.Of</c>.
/// </summary>
internal static class SmallModels
{
    /// <summary>Length of an image's side.</summary>
    public const int Side = 6;

    /// <summary>A multilayer perceptron with weights by a rule and biases of 0.</summary>
    /// <param name="sizes">Units of every layer, inputs first and outputs last.</param>
    /// <param name="activation">What follows every hidden layer.</param>
    /// <param name="weights">The rule of the weights.</param>
    public static nn.Module<Tensor, Tensor> Mlp(int[] sizes, Activation activation, Initializer weights) =>
        MlpWithBiases(sizes, activation, weights, Initializer.Zeros);

    /// <summary>The same with biases by a rule.</summary>
    public static nn.Module<Tensor, Tensor> MlpWithBiases(int[] sizes, Activation activation, Initializer weights, Initializer biases)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            network.append(nn.Linear(sizes[layer - 1], sizes[layer]).Start(weights, biases));
            if (layer < sizes.Length - 1)
            {
                network.append(activation.Module());
            }
        }

        return network;
    }

    /// <summary>A perceptron with dropout after every hidden layer and initial values as <c>nn.Linear</c> gives them.</summary>
    /// <param name="sizes">Units of every layer, inputs first and outputs last.</param>
    /// <param name="activation">What follows every hidden layer.</param>
    /// <param name="dropRate">The probability to DROP a unit.</param>
    /// <param name="isStandard">Whether dropout is the standard form; otherwise inverted.</param>
    public static nn.Module<Tensor, Tensor> DroppingMlp(int[] sizes, Activation activation, double dropRate, bool isStandard)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            network.append(nn.Linear(sizes[layer - 1], sizes[layer]));
            if (layer < sizes.Length - 1)
            {
                network.append(activation.Module()).append(isStandard ? new StandardDropout(dropRate) : nn.Dropout(dropRate));
            }
        }

        return network;
    }

    /// <summary>A convolution, batch normalization, dropout and a linear layer, with the default initial values of torch.nn.</summary>
    public static nn.Module<Tensor, Tensor> Cnn() => nn.Sequential(
        nn.Unflatten(1, [1, Side, Side]), nn.Conv2d(1, 4, 3, padding: 1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Dropout(0.25), nn.Linear(4 * 9, 10));

    /// <summary>An LSTM that reads an image row by row.</summary>
    public static nn.Module<Tensor, Tensor> Lstm() => new RowReader();

    /// <summary>A class of its own with two branches.</summary>
    public static nn.Module<Tensor, Tensor> OwnClass() => new TwoBranches();

    /// <summary>A class whose dropout is a function and no module.</summary>
    public static nn.Module<Tensor, Tensor> FunctionalDropout() => new FunctionallyDropping();

    /// <summary>
    /// Runs something that draws from libtorch's generator, which all threads share, as the engine does. Whatever tests draw otherwise,
    /// such as initial values of <c>nn.Linear(3, 2)</c>, would come in between what the engine draws at that moment.
    /// </summary>
    /// <param name="draw">What draws, or builds modules.</param>
    /// <param name="seed">The seed whose numbers it gets.</param>
    public static T Drawn<T>(Func<T> draw, int seed = 0)
    {
        using var generator = new CellGenerator(new(seed), "drawn in tests");
        return generator.Run(draw);
    }

    private sealed class RowReader : nn.Module<Tensor, Tensor>
    {
        private readonly LSTM rows = nn.LSTM(Side, 8, batchFirst: true);
        private readonly Linear read = nn.Linear(8, 10);

        public RowReader()
            : base(nameof(RowReader)) => RegisterComponents();

        public override Tensor forward(Tensor input) => read.call(rows.call(input.view(-1, Side, Side)).Item1[TensorIndex.Colon, -1]);
    }

    private sealed class TwoBranches : nn.Module<Tensor, Tensor>
    {
        private readonly Linear left = nn.Linear(Side * Side, 9);
        private readonly Linear right = nn.Linear(Side * Side, 9);
        private readonly LayerNorm norm = nn.LayerNorm(9);
        private readonly Linear read = nn.Linear(9, 10);

        public TwoBranches()
            : base(nameof(TwoBranches)) => RegisterComponents();

        public override Tensor forward(Tensor input) => read.call(norm.call(left.call(input).tanh() * right.call(input).sigmoid()));
    }

    private sealed class FunctionallyDropping : nn.Module<Tensor, Tensor>
    {
        private readonly Linear hidden = nn.Linear(Side * Side, 20);
        private readonly Linear read = nn.Linear(20, 10);

        public FunctionallyDropping()
            : base(nameof(FunctionallyDropping)) => RegisterComponents();

        public override Tensor forward(Tensor input) => read.call(nn.functional.dropout(hidden.call(input).relu(), 0.5, training));
    }
}
