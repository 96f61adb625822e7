using Experiments.Charts;
using Experiments.Models;
using Experiments.Results;
using Experiments.Tests.CommandLine;
using Experiments.Training;
using static TorchSharp.torch;

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
        if (own.HiddenLayers > 9)
        {
            throw new ArgumentException($"At most 9 hidden layers can be told apart in the charts, but got {own.HiddenLayers}.");
        }

        return
        [
            new("plain", Model.Of(Network, own.Pixels, own.HiddenLayers, own.Units), own),
            new("dropout", Model.Of(WithDropout, own.Units, own.DropRate), own),
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) => [];

    private static nn.Module<Tensor, Tensor> Network(int pixels, int hiddenLayers, int units)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer <= hiddenLayers; layer++)
        {
            network.append(nn.Linear(layer == 1 ? pixels : units, units)).append(nn.ReLU());
        }

        return network.append(nn.Linear(units, 10));
    }

    private static nn.Module<Tensor, Tensor> WithDropout(int units, double dropRate) =>
        nn.Sequential(nn.Linear(49, units), nn.ReLU(), new StandardDropout(dropRate), nn.Linear(units, 10));

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
