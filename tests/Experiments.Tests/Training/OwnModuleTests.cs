using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Somebody's own TorchSharp modules, written as anywhere else, under <see cref="EachSeedAlone"/>.</summary>
public sealed class OwnModuleTests : IDisposable
{
    private const int Side = 6;
    private const int Images = 48;

    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string> Modules => ["convolution", "recurrence", "gates", "words", "list"];

    public void Dispose() => scope.Dispose();

    [Theory]
    [MemberData(nameof(Modules))]
    public void An_own_module_learns_where_a_line_is(string module)
    {
        using var network = new EachSeedAlone(module, (3, 500), seed => Make(module, seed)).Build([new(0), new(1)]);
        var (first, last) = (Costs(network, 2), Trained(network, [new(0), new(1)], 25));

        Assert.All(first.Zip(last), pair => Assert.True(pair.Second < pair.First / 2, $"{pair.First} to {pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_seed_trains_alone_as_beside_others_to_the_last_bit(string module)
    {
        using var both = new EachSeedAlone(module, (3, 500), seed => Make(module, seed)).Build([new(0), new(1)]);
        using var alone = new EachSeedAlone(module, (3, 500), seed => Make(module, seed)).Build([new(1)]);
        Trained(both, [new(0), new(1)], 2);
        Trained(alone, [new(1)], 2);

        var (expected, found) = (alone.StateOf(0), both.StateOf(1));
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.bytes.ToArray(), pair.Second.bytes.ToArray()));
    }

    [Fact]
    public void Layers_of_an_own_module_are_counted_in_the_order_of_definition()
    {
        using var network = new EachSeedAlone("convolution", (3, 500), seed => Make("convolution", seed)).Build([new(0)]);
        Assert.Equal([(1, false), (1, true), (2, false), (2, true), (3, false), (3, true)], network.Trained.Select(parameter => (parameter.Layer, parameter.IsBias)));
    }

    [Fact]
    public void Batch_normalization_keeps_its_means_of_training_for_the_test()
    {
        using var network = new EachSeedAlone("convolution", (3, 500), seed => Make("convolution", seed)).Build([new(0)]);
        var means = network.StateOf(0).Where(tensor => tensor.dtype == ScalarType.Float32 && tensor.shape is [4]).Last();
        var before = means.clone();
        Trained(network, [new(0)], 1);
        var after = means.clone();
        network.eval();
        network.forward(Lines().Images.unsqueeze(0));

        Assert.NotEqual(before.bytes.ToArray(), after.bytes.ToArray());
        Assert.Equal(after.bytes.ToArray(), means.bytes.ToArray());
    }

    private static float[] Trained(Network network, SeedStreams[] seeds, int epochs)
    {
        var (images, targets) = Lines();
        new TrainingLoop(network, new() { Epochs = epochs, BatchSize = 8, Optimizer = new Experiments.Training.Adam(0.02) }, seeds, images, targets).Run((_, _) => true, CancellationToken.None);
        network.eval();
        return Costs(network, seeds.Length);
    }

    private static float[] Costs(Network network, int seeds)
    {
        using var withoutGraph = no_grad();
        var (images, targets) = Lines();
        var logits = network.forward(images.expand(seeds, -1, -1));
        return (targets * logits.log_softmax(-1)).sum(-1).mean([1]).neg().data<float>().ToArray();
    }

    // White but for one black row: which one?
    private static (Tensor Images, Tensor Targets) Lines()
    {
        var rows = Enumerable.Range(0, Images).Select(image => image * 7 % Side).ToArray();
        var images = ones(Images, Side, Side);
        for (var image = 0; image < Images; image++)
        {
            images[image, rows[image]].zero_();
        }

        return (images.view(Images, -1), Experiments.Tests.Targets.OneHot(rows));
    }

    private static nn.Module<Tensor, Tensor> Make(string name, SeedStreams seed)
    {
        nn.Module<Tensor, Tensor> module = name switch
        {
            "convolution" => new Convolutional(),
            "recurrence" => new Reading(nn.RNN(Side, 8, batchFirst: true)),
            "gates" => new Gated(),
            "words" => new Words(),
            _ => new Listed(),
        };
        using var withoutGraph = no_grad();
        using var generator = seed.Generator("parameters");
        foreach (var parameter in module.parameters())
        {
            parameter.uniform_(-0.4, 0.4, generator);
        }

        return module;
    }

    private sealed class Convolutional : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d filters = nn.Conv2d(1, 4, 3, padding: 1);
        private readonly BatchNorm2d norm = nn.BatchNorm2d(4);
        private readonly MaxPool2d pool = nn.MaxPool2d((1, 2));
        private readonly Linear read = nn.Linear(4 * Side * Side / 2, 10);

        public Convolutional()
            : base(nameof(Convolutional)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var inner = NewDisposeScope();
            var x = filters.call(input.view(-1, 1, Side, Side));
            x = pool.call(nn.functional.relu(norm.call(x)));
            return read.call(x.flatten(1)).MoveToOuterDisposeScope();
        }
    }

    private sealed class Reading : nn.Module<Tensor, Tensor>
    {
        private readonly RNN rows;
        private readonly Linear read = nn.Linear(8, 10);

        public Reading(RNN rows)
            : base(nameof(Reading))
        {
            this.rows = rows;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => read.call(rows.call(input.view(-1, Side, Side)).Item1[TensorIndex.Colon, -1]);
    }

    private sealed class Gated : nn.Module<Tensor, Tensor>
    {
        private readonly LSTM first = nn.LSTM(Side, 8, batchFirst: true);
        private readonly GRU second = nn.GRU(8, 8, batchFirst: true);
        private readonly LayerNorm norm = nn.LayerNorm(8);
        private readonly Linear read = nn.Linear(8, 10);

        public Gated()
            : base(nameof(Gated)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var (states, _, _) = first.call(input.view(-1, Side, Side));
            var (_, last) = second.call(states);
            return read.call(norm.call(last[0]));
        }
    }

    // Every pixel is a word of two, its place a word of many.
    private sealed class Words : nn.Module<Tensor, Tensor>
    {
        private readonly Embedding grey = nn.Embedding(2, 6);
        private readonly Embedding place = nn.Embedding(Side * Side, 6);
        private readonly Linear read = nn.Linear(6, 10);

        public Words()
            : base(nameof(Words)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var places = arange(Side * Side, dtype: ScalarType.Int64).expand(input.shape[0], -1);
            return read.call((grey.call(input.to_type(ScalarType.Int64)) * place.call(places)).sum(1));
        }
    }

    private sealed class Listed : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<nn.Module<Tensor, Tensor>> layers = nn.ModuleList<nn.Module<Tensor, Tensor>>(
            nn.Linear(Side * Side, 12), nn.BatchNorm1d(12), nn.ReLU(),
            nn.Sequential(("narrow", nn.Linear(12, 10)), ("act", nn.Tanh()), ("out", nn.Linear(10, 10))));

        public Listed()
            : base(nameof(Listed)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            foreach (var layer in layers)
            {
                input = layer.call(input);
            }

            return input;
        }
    }
}
