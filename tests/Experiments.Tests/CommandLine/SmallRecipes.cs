using Experiments.Charts;
using Experiments.Networks;
using Experiments.Results;
using Experiments.Training;

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

    public override Settings QuickLook => Defaults with { Quick = true, Epochs = 1 };

    public override int QuickSeeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [Variant(4, settings), Variant(8, settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
        [new LearningCurves("accuracy", "Does width help?", Metrics.Accuracy, Splits.Validation)];

    private static Variant Variant(int units, Settings settings) => new($"{units} units, one layer", Network(units), settings);

    internal static Mlp Network(int units) => new([49, units, 10], Activation.Sigmoid, Init.LeCunNormal, Init.Zeros);
}

/// <summary>One variant trains, one cannot even be built.</summary>
internal sealed class Breaks : Recipe
{
    public override string Question => "What if a variant fails?";

    public override Source Source => new("A. Author, A Book", "ch. 2");

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override int Seeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [new("broken", new Broken(), settings), new("sound", Widths.Network(4), settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    private sealed record Broken : Architecture
    {
        public override string Description => "a network that cannot be built";

        public override (int Layers, long Weights) Size => (1, 1);

        public override Network Build(IReadOnlyList<SeedStreams> seeds) => throw new InvalidOperationException("the wheels came off.");
    }
}

/// <summary>Somebody presses Ctrl-C when the second variant starts.</summary>
internal sealed class Interrupted(Action pressed) : Recipe
{
    public override string Question => "What if somebody interrupts?";

    public override Source Source => new("A. Author, A Book", "ch. 3");

    public override Settings Defaults => new Widths().Defaults with { Epochs = 1 };

    public override int Seeds => 2;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        [new("first", Widths.Network(20), settings), new("second", new Pressing(pressed), settings)];

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    private sealed record Pressing(Action Pressed) : Architecture
    {
        public override string Description => "a network that is interrupted";

        public override (int Layers, long Weights) Size => (1, 1);

        public override Network Build(IReadOnlyList<SeedStreams> seeds)
        {
            Pressed();
            return Widths.Network(4).Build(seeds);
        }
    }
}
