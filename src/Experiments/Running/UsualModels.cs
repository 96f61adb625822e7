using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Small models of the usual layers, to see on a machine whether libtorch computes their gradients right.</summary>
public static class UsualModels
{
    /// <summary>The images that they take.</summary>
    public static ImageSize Images { get; } = new(28, 28);

    /// <summary>The models, each with what it is about.</summary>
    public static IReadOnlyList<(string Layers, Model Model)> All { get; } =
    [
        ("Linear", Model.Of(Perceptron)),
        ("Conv2d, 8 channels, 3x3", Model.Of(Convolutional, 8, 3)),
        ("Conv2d, 8 channels, 5x5", Model.Of(Convolutional, 8, 5)),
        ("Conv2d, 16 channels, 3x3", Model.Of(Convolutional, 16, 3)),
        ("BatchNorm", Model.Of(Normalized)),
        ("LSTM", Model.Of(Recurrent)),
    ];

    /// <summary>The images that models of a few units take.</summary>
    public static ImageSize SmallImages { get; } = new(4, 4);

    /// <summary>Models of a few units, for difference quotients with respect to every parameter; three classes.</summary>
    public static IReadOnlyList<(string Layers, Model Model)> Small { get; } =
    [
        ("DropConnect", Model.Of(SmallDropConnect)),
        ("convolution", Model.Of(SmallConvolution)),
        ("batch normalization", Model.Of(SmallNormalized)),
        ("residual connection", Model.Of(SmallResidual)),
        ("RNN", Model.Of(SmallReader, Recurrence.Rnn)),
        ("LSTM", Model.Of(SmallReader, Recurrence.Lstm)),
        ("GRU", Model.Of(SmallReader, Recurrence.Gru)),
    ];

    private static nn.Module<Tensor, Tensor> Perceptron() => nn.Sequential(nn.Linear(28 * 28, 30), nn.Tanh(), nn.Linear(30, 10));

    private static nn.Module<Tensor, Tensor> Convolutional(int channels, int kernel) => nn.Sequential(
        nn.Unflatten(1, [1, 28, 28]), nn.Conv2d(1, channels, kernel, padding: kernel / 2), nn.Tanh(),
        nn.Conv2d(channels, channels, kernel), nn.Tanh(), nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(16 * channels, 10));

    private static nn.Module<Tensor, Tensor> Normalized() =>
        nn.Sequential(nn.Linear(28 * 28, 30), nn.BatchNorm1d(30), nn.Tanh(), nn.Linear(30, 10));

    private static nn.Module<Tensor, Tensor> Recurrent() => new RowByRow();

    private static nn.Module<Tensor, Tensor> SmallDropConnect() => nn.Sequential(
        new DropConnect(nn.Linear(16, 5), 0.5), nn.Tanh(), new DropConnect(nn.Linear(5, 3), 0.5));

    private static nn.Module<Tensor, Tensor> SmallConvolution() =>
        nn.Sequential(nn.Unflatten(1, [1, 4, 4]), nn.Conv2d(1, 2, 3), nn.Tanh(), nn.Flatten(), nn.Linear(8, 3));

    private static nn.Module<Tensor, Tensor> SmallNormalized() =>
        nn.Sequential(nn.Linear(16, 5), nn.BatchNorm1d(5), nn.Tanh(), nn.Linear(5, 3));

    private static nn.Module<Tensor, Tensor> SmallResidual() =>
        nn.Sequential(nn.Linear(16, 5), new Residual(nn.Sequential(nn.Linear(5, 5), nn.Tanh()), 0.5), nn.Linear(5, 3));

    private static nn.Module<Tensor, Tensor> SmallReader(Recurrence kind) => new SequenceReader(kind, 4, 4, 3, classes: 3);

    private sealed class RowByRow : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.LSTM lstm = nn.LSTM(28, 16, batchFirst: true);
        private readonly TorchSharp.Modules.Linear output = nn.Linear(16, 10);

        public RowByRow()
            : base(nameof(RowByRow)) => RegisterComponents();

        public override Tensor forward(Tensor input) => output.call(lstm.call(input.view(-1, 28, 28)).Item1.select(1, -1));
    }
}
