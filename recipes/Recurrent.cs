namespace Experiments.Recipes;

/// <summary>Recurrent networks that read an image step by step: how far back gradients reach, and who learns from it.</summary>
public sealed class Recurrent : Recipe
{
    private const string Rows = "28 rows";
    private const string Pixels = "49 pixels";

    private static readonly (string Name, Recurrence Kind, double ForgetBias)[] Cells =
    [
        ("RNN", Recurrence.Rnn, 0), ("LSTM", Recurrence.Lstm, 0), ("GRU", Recurrence.Gru, 0),
        ("LSTM, forget bias 1", Recurrence.Lstm, 1), ("LSTM, forget bias 3", Recurrence.Lstm, 3),
    ];

    private static readonly Source ForgetBias =
        new("Jozefowicz et al. 2015, An Empirical Exploration of Recurrent Network Architectures", "sec. 2.3, forget bias");
    private static readonly Source Gru = new("Chung et al. 2014, Empirical Evaluation of Gated Recurrent Neural Networks", "sec. 5");

    public override string Question => "Do gates keep gradients alive over time?";
    public override Source Source => Sources.TrainingTricks("another model");
    public override int Seeds => 8; // ten are published

    public override Settings Defaults => new()
    {
        Epochs = 5, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 5_000, ClipNorm = 1,
        EvaluationImages = 5_000, GradientImages = 500,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 1, TrainingImages = 1_000, EvaluationImages = 500 };

    // What varies is the recurrent layer, and how an image is read: row by row, or averaged over 4 x 4 pixels and then pixel by pixel,
    // which gets three times the learning rate. Initial values are the default ones of torch.nn; forget biases are added to them.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        .. from cell in Cells[..3]
           select new Variant(Model.Of(ByRows, cell.Kind), settings)
           { ["reading"] = Rows, ["cell"] = cell.Name, Probes = [new InputGradients(28, 1)] },
        .. from cell in Cells
           let faster = settings with { Optimizer = settings.Optimizer with { LearningRate = 3 * settings.Optimizer.LearningRate } }
           select new Variant(Model.Of(ByPixels, cell.Kind, cell.ForgetBias), faster)
           { ["reading"] = Pixels, ["cell"] = cell.Name, Probes = [new InputGradients(49, 4)] },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("gradients-rows", "How far back do gradients reach before training, over 28 rows?", Metrics.InputGradient)
            { Lines = "cell", Where = [("reading", Rows)], LayerLabel = "row" },
        new LayerProfile("gradients-pixels", "How far back do gradients reach before training, over 49 pixels?", Metrics.InputGradient)
            { Lines = "cell", Where = [("reading", Pixels)], LayerLabel = "pixel" },
        new LearningCurves("accuracy", "Who learns to read?") { Panels = "reading", Lines = "cell" },
        new DotPlot("test-accuracy", "How well do they read after training?", "test accuracy (%)", Accuracy)
            { Lines = "reading, cell", Possible = (0, 100) },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string reading, string cell) => results[$"{reading}, {cell}"];
        SeedValues Reach(string reading, string cell) =>
            Of(reading, cell).ByLayer(Metrics.InputGradient).Ratio(layer: 1, over: reading == Rows ? 28 : 49, epoch: 0)
                .Named($"gradient of the first of {reading} over that of the last, before training ({Of(reading, cell).Name})");
        SeedValues Gain(string reading, string cell, string over) => Accuracy(Of(reading, cell)) - Accuracy(Of(reading, over));
        return
        [
            .. from reading in new[] { Rows, Pixels } select new Claim(
                $"In an RNN gradients vanish over {reading}: that of the first is less than a thousandth of the last's", Source,
                Reach(reading, "RNN"), Below(1e-3)),
            .. from reading in new[] { Rows, Pixels } select new Claim(
                $"An LSTM is a cure: over {reading} the gradient of the first is more than a hundredth of the last's", Source,
                Reach(reading, "LSTM"), Above(1e-2)),
            .. from reading in new[] { Rows, Pixels } select new Claim(
                $"Where an RNN underfits, an LSTM does better: over {reading}", Source, Gain(reading, "LSTM", over: "RNN"), Above(0)),
            .. from reading in new[] { Rows, Pixels } select new Claim(
                $"A GRU does better than an RNN: over {reading}", Gru, Gain(reading, "GRU", over: "RNN"), Above(0)),
            new("A forget bias of 1 lets gradients live: over 49 pixels that of the first is at least ten times what it was", ForgetBias,
                Reach(Pixels, "LSTM, forget bias 1") / Reach(Pixels, "LSTM"), Above(10)),
            .. from bias in new[] { 1, 3 } select new Claim(
                $"A large forget bias makes an LSTM better: one of {bias}, over 49 pixels", ForgetBias,
                Gain(Pixels, $"LSTM, forget bias {bias}", over: "LSTM"), Above(0)),
        ];
    }

    private static SeedValues Accuracy(VariantResults variant) => variant.TestAccuracy.Last();

    private static Module<Tensor, Tensor> ByRows(Recurrence kind) => new SequenceReader(kind, steps: 28, inputs: 28, units: 64);

    private static Module<Tensor, Tensor> ByPixels(Recurrence kind, double forgetBias) => Sequential(
        Unflatten(1, [1, 28, 28]), AvgPool2d(4), Flatten(),
        new SequenceReader(kind, steps: 49, inputs: 1, units: 64, forgetBias: forgetBias));
}
