using Experiments.Charts;
using Experiments.Models;
using Experiments.Results;
using Experiments.Tests.Running;
using Experiments.Training;
using static TorchSharp.torch;

namespace Experiments.Tests.CommandLine;

/// <summary>Two tiny networks on images of 7 × 7: a whole run takes a fraction of a second.</summary>
internal sealed class Widths : Recipe
{
    public override string Question => "Do more hidden units help?";

    public override Source Source => new("A. Author, A Book", "ch. 1");

    public override Settings Defaults => new()
    {
        Epochs = 4, BatchSize = 20, Optimizer = new Sgd(1.0), Split = "60/20/20", GradientImages = 50, EvaluationImages = 100,
    };

    public override int Seeds => 3;

    public override Settings QuickSettings => Defaults with { Quick = true, Epochs = 1 };

    public override int QuickSeeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [Variant(4, settings), Variant(8, settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
        [new LearningCurves("accuracy", "Does width help?")];

    private static Variant Variant(int units, Settings settings) => new($"{units} units, one layer", Network(units), settings);

    internal static Model Network(int units) => Model.Of(OneLayer, units);

    private static nn.Module<Tensor, Tensor> OneLayer(int units) => nn.Sequential(
        nn.Linear(49, units).Start(Initializer.LeCunNormal), nn.Sigmoid(), nn.Linear(units, 10).Start(Initializer.LeCunNormal));
}

/// <summary>One variant trains, one fails when it is measured.</summary>
internal sealed class Breaks : Recipe
{
    public override string Question => "What if a variant fails?";

    public override Source Source => new("A. Author, A Book", "ch. 2");

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override int Seeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [
        new("broken", Widths.Network(4), settings)
            { Probes = [new ActingProbe(() => throw new InvalidOperationException("the wheels came off."))] },
        new("sound", Widths.Network(4), settings),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];
}

/// <summary>A perceptron, and a convolution that the fused trainer does not know.</summary>
internal sealed class Shapes : Recipe
{
    public override string Question => "Does the shape of an image matter?";

    public override Source Source => new("A. Author, A Book", "ch. 5");

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override int Seeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [new("perceptron", Widths.Network(4), settings), new("convolution", Model.Of(Convolution), settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    private static nn.Module<Tensor, Tensor> Convolution() =>
        nn.Sequential(nn.Unflatten(1, [1, 7, 7]), nn.Conv2d(1, 2, 3), nn.ReLU(), nn.Flatten(), nn.Linear(50, 10));
}

/// <summary>Somebody presses Ctrl-C when the second variant starts.</summary>
internal sealed class Interrupted(Action pressed) : Recipe
{
    public override string Question => "What if somebody interrupts?";

    public override Source Source => new("A. Author, A Book", "ch. 3");

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override int Seeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [new("first", Widths.Network(20), settings), new("second", Widths.Network(4), settings) { Probes = [new ActingProbe(pressed)] }];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];
}
