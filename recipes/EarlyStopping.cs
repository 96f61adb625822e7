namespace Experiments.Recipes;

/// <summary>Early stopping: it saves most epochs and much validation loss. Whether it saves accuracy is another question.</summary>
public sealed class EarlyStopping : Recipe
{
    public override string Question => "When should training stop?";
    public override Source Source => Sources.TrainingTricks("early stopping");

    // What the monitor has besides patience holds for every variant that stops.
    public override Settings Defaults => new()
    {
        Epochs = 100, BatchSize = 64, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 2_000,
        Monitor = Training.EarlyStopping.OnValidationLoss,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 12 };

    // What is watched and how long nothing may improve. All variants go the same way until they stop.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        new(Model.Of(Network), settings with { Monitor = null }) { ["watched"] = "no stopping" },
        .. from rule in new[] { Training.EarlyStopping.OnValidationLoss, Training.EarlyStopping.OnValidationAccuracy }
           let asked = settings.Monitor ?? rule
           from patience in new[] { 3, 5, 10 }.Union([asked.Patience]).Order()
           let patient = rule with { Patience = patience, MinDelta = asked.MinDelta, Direction = asked.Direction }
           let monitor = patient with { StartFromEpoch = asked.StartFromEpoch, RestoreBest = asked.RestoreBest }
           select new Variant(Model.Of(Network), settings with { Monitor = monitor })
           { ["watched"] = rule.Metric, ["patience"] = (patience, $"patience {patience}") },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new StoppingEpochs("loss", "When does training stop, and when should it have?", "no stopping",
            new("best check", variant => variant.BestEpoch), new("stop", variant => variant.StoppedEpoch))
            { Panels = "watched, patience", Where = Stopping, Range = (0, 0.5) },
        new PairedDifference("test-accuracy", "What does stopping early cost in test accuracy?", "test accuracy lost (points)",
            ("the best check's weights", variant => variant.RestoredTestAccuracy),
            ("the last epoch's weights", _ => results["no stopping"].TestAccuracy.Last()))
            { Panels = "watched, patience", Where = Stopping, Directions = ("stopping gains", "stopping costs") },
        new DotPlot("epochs-saved", "How many epochs does stopping early save?", "epochs saved (%)", variant => Saved(results, variant))
            { Lines = "watched, patience", Where = Stopping, Possible = (0, 100) },
        new LayerHistory("gradients", "What becomes of the gradients along the way, layer by layer?", Metrics.WeightGradient)
            { Panels = "watched", Where = [("watched", "no stopping")] },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (never, stopped) = (results["no stopping"], results["loss, patience 5"]);
        return
        [
            new("A network trained to the end overfits: it is very good on the training images and worse on all others", Source,
                never.TrainingAccuracy.Last() - never.ValidationAccuracy.Last(), Above(0)),
            new("Stopping early is a remedy against overfitting: the best check has a lower test loss than the last epoch", Source,
                stopped.Metric(Metrics.RestoredLoss, Splits.Test).Last() / never.TestLoss.Last(), Below(1)),
            .. from watched in new[] { "loss", "accuracy" } select new Claim(
                $"The best check's weights, by {watched} with patience 5, do better on the test images than the last epoch's", Source,
                results[$"{watched}, patience 5"].RestoredTestAccuracy - never.TestAccuracy.Last(), Above(0)),
            new("Patience 5 on the validation loss saves more than half of the epochs", Source, Saved(results, stopped), Above(50)),
        ];
    }

    private static (string, Level)[] Stopping => [("watched", "loss"), ("watched", "accuracy")];

    private static Module<Tensor, Tensor> Network() => Mlp.Of([784, 256, 256, 10], Activation.Relu, Initializer.HeNormal);

    private static SeedValues Saved(ResultTable results, VariantResults variant) =>
        (variant.LastEpoch / results["no stopping"].LastEpoch).Named($"epochs saved ({variant.Name})").Each("%", share => 100 * (1 - share))
            with
        { Scale = Scale.Linear };
}
