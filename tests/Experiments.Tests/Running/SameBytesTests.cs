using Experiments.Models;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.Training;
using Experiments.Training;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>A cell depends on nothing but what determines it: not on workers, not on what runs beside it.</summary>
[Collection(nameof(Alone))]
public sealed class SameBytesTests : IDisposable
{
    private const int Patience = 300_000; // ms: whatever waits for ever is to fail by its name

    private static readonly int[] Seeds = [0, 1, 2, 3];

    private static readonly Settings Settings = Cells.Small with
    {
        Epochs = 2,
        Optimizer = new Adam(),
        Penalty = new L2(0.01),
        ActivationsEveryEpoch = true,
        HistogramBins = 7,
        DropoutMasks = 3,
    };

    // Everything that draws, each in its own way.
    private static readonly Variant[] Variants =
    [
        new("dropout, fused", SmallNetworks.Dropping("inverted", 0.3), Settings),
        new("dropout, eager", SmallNetworks.Dropping("inverted", 0.3), Settings with { Trainer = TrainerKind.Eager }),
        new("standard dropout", SmallNetworks.Dropping("standard", 0.3), Settings),
        new("DropConnect", SmallNetworks.Dropping("DropConnect", 0.3), Settings),
        new("convolution", Model.Of(SmallNetworks.Convolution), Settings),
        new("recurrent", Model.Of(SmallNetworks.Recurrent), Settings),
        new("own module", Model.Of(SmallNetworks.Own), Settings) { Probes = [new DrawingProbe()] },
        new("own loss", SmallNetworks.Plain, Settings with { Loss = new NoisyLoss(), Monitor = EarlyStopping.OnValidationLoss }),
        new("own optimizer", SmallNetworks.Plain, Settings with { Optimizer = new Langevin(), Penalty = Penalty.None }),
        new("computation", new Computation("initial values of nn.Linear", (_, _) => Enumerable.Range(1, 20).Select(InitialWeight)),
            Settings),
    ];

    private static Measurement InitialWeight(int number) =>
        new(0, number, "", "weight", null, nn.Linear(30, 30).weight.abs().mean().item<float>());

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory(Timeout = Patience)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Cells_are_the_same_bytes_alone_and_beside_others_whatever_the_number_of_jobs(int jobs)
    {
        var alone = new Dictionary<string, string>();
        foreach (var (variant, seed) in Variants.SelectMany(variant => Seeds[..2].Select(seed => (variant, seed))))
        {
            var (path, cell) = Written($"alone {variant.Name} {seed}", [variant], [seed], jobs: 1).Single();
            alone.Add(path, cell);
        }

        var together = await Task.Run(() => Written("together", Variants, Seeds, jobs), TestContext.Current.CancellationToken);

        Assert.Equal(Variants.Length * Seeds.Length, together.Count);
        Assert.Equal(Variants.Length * 2, alone.Count);
        Assert.All(alone, cell => Assert.Equal(cell.Value, together[cell.Key]));
        Assert.Equal(Written("one worker", Variants, Seeds, jobs: 1), together);
    }

    [Fact]
    public void Seeds_differ() => Assert.All(Variants, variant =>
    {
        var cells = Cells.Run(variant, [0, 1]);

        Assert.NotEqual(cells[0].Select(row => row.Value), cells[1].Select(row => row.Value));
    });

    [Fact]
    public void The_eager_trainer_has_a_hash_of_its_own_and_nearly_the_same_numbers()
    {
        var (fused, eager) =
            (Variants[0] with { Factors = [("variant", "dropout")] }, Variants[1] with { Factors = [("variant", "dropout")] });

        var (first, second) = (Cells.Run(fused, [0])[0], Cells.Run(eager, [0])[0]);

        Assert.NotEqual(ResultKey.HashOf(Plan.Determines(fused, "0")), ResultKey.HashOf(Plan.Determines(eager, "0")));
        Assert.Equal("eager", Plan.Determines(eager, "0")["trainer"]);
        Assert.DoesNotContain("trainer", Plan.Determines(fused, "0").Keys);
        Assert.Equal(first.Select(row => row with { Value = 0 }), second.Select(row => row with { Value = 0 }));
        var pairs = first.Zip(second).Where(pair => pair.First.Metric is Metrics.Loss or Metrics.BiasGradient or Metrics.WeightGradient);
        Assert.All(pairs, pair =>
            Assert.InRange(pair.Second.Value / pair.First.Value, 1 - 1e-3, 1 + 1e-3));
    }

    private Dictionary<string, string> Written(string name, Variant[] variants, int[] seeds, int jobs)
    {
        var store = new ResultStore(Path.Combine(folder, name));
        var data = Digits.Of(100, 20);
        Assert.Empty(new Runner(store) { Jobs = jobs }.Run(
            Plan.Make(new("study", variants, seeds), data.Sha256, store), data, CancellationToken.None));
        return Directory.EnumerateFiles(store.Folder, "seed-*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(store.Folder, path), File.ReadAllText);
    }
}
