using Experiments.Charts;
using Experiments.Networks;
using Experiments.Results;
using Experiments.Tests.CommandLine;
using Experiments.Training;

namespace Experiments.Tests.BadInput;

/// <summary>A recipe with settings of its own that shape the network.</summary>
internal sealed class Nets : Recipe
{
    public override string Question => "How large should a network be?";

    public override Source Source => new("A. Author, A Book", "ch. 4");

    public override Settings Defaults => new NetSettings { Epochs = 1, Split = "60/20/20", GradientImages = 50 };

    public override IEnumerable<Variant> Variants(Settings settings)
    {
        var own = (NetSettings)settings;
        return
        [
            new("plain", new Mlp([49, .. Enumerable.Repeat(own.Units, own.HiddenLayers), 10], Activation.Relu, Init.HeNormal, Init.Zeros), own),
            new("dropout", new Mlp([49, own.Units, 10], Activation.Relu, Init.HeNormal, Init.Zeros) { Dropout = DropoutRule.Inverted(own.DropRate) }, own),
            new("large images", Widths.Network(8) with { Sizes = [own.Pixels, 10] }, own),
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    private sealed record NetSettings : Settings
    {
        [Meaning("hidden layers", AtLeast = 1)]
        public int HiddenLayers { get; init; } = 1;

        [Meaning("units of every hidden layer")]
        public int Units { get; init; } = 4;

        [Meaning("probability to drop a hidden unit")]
        public double DropRate { get; init; } = 0.5;

        [Meaning("pixels of an image", AtLeast = 1)]
        public int Pixels { get; init; } = 49;
    }
}
