using Experiments.Models;
using Experiments.Probes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Small models of images of 28 × 28, by kind of trainer and of what they draw.</summary>
internal static class SmallNetworks
{
    private static readonly int[] Sizes = [784, 9, 7, 10];

    /// <summary>A perceptron of ReLU units with two hidden layers.</summary>
    public static Model Plain { get; } = Model.Of(Perceptron, Sizes, Activation.Relu);

    /// <summary>The same of tanh units with dropout.</summary>
    public static Model Dropped { get; } = Model.Of(WithDropout, 0.3);

    /// <summary>Perceptrons by what they drop: units, in two forms, or weights.</summary>
    public static Model Dropping(string form, double rate) => form switch
    {
        "inverted" => Model.Of(WithDropout, rate),
        "standard" => Model.Of(WithStandardDropout, rate),
        _ => Model.Of(WithDropConnect, rate),
    };

    /// <summary>Half of all seeds start with weights so large that they cannot but diverge.</summary>
    public static Model Poisoned { get; } = Model.Of(PoisonedByChance);

    /// <summary>Half of all seeds cannot be built.</summary>
    public static Model Fickle { get; } = Model.Of(BrokenByChance);

    /// <summary>The first seed that is poisoned, and the first two that are not.</summary>
    public static (int Poisoned, int[] Sound) PoisonedSeeds { get; } = Seeds(seed =>
    {
        using var scope = NewDisposeScope();
        return Poisoned.Build(seed).parameters().First().abs().max().item<float>() > 1e6;
    });

    /// <summary>The first seed that cannot be built, and the first two that can.</summary>
    public static (int Broken, int[] Sound) FickleSeeds { get; } = Seeds(seed =>
    {
        using var scope = NewDisposeScope();
        return Record.Exception(() => Fickle.Build(seed)) is not null;
    });

    public static nn.Module<Tensor, Tensor> Perceptron(int[] sizes, Activation activation) =>
        Perceptron(sizes, activation, Initializer.HeNormal, nn.Identity);

    public static nn.Module<Tensor, Tensor> WithDropout(double rate) =>
        Perceptron(Sizes, Activation.Tanh, Initializer.LeCunNormal, () => nn.Dropout(rate));

    public static nn.Module<Tensor, Tensor> WithStandardDropout(double rate) =>
        Perceptron(Sizes, Activation.Tanh, Initializer.LeCunNormal, () => new StandardDropout(rate));

    public static nn.Module<Tensor, Tensor> WithDropConnect(double rate) => nn.Sequential(
        nn.Linear(784, 9), nn.Tanh(), new DropConnect(nn.Linear(9, 7), rate), nn.Tanh(), new DropConnect(nn.Linear(7, 10), rate));

    public static nn.Module<Tensor, Tensor> Deep() =>
        Perceptron([784, .. Enumerable.Repeat(100, 10), 10], Activation.Relu, Initializer.StandardNormal, nn.Identity);

    public static nn.Module<Tensor, Tensor> Linear() => nn.Linear(784, 10);

    // Running means are buffers, no parameters.
    public static nn.Module<Tensor, Tensor> Normalized() => nn.Sequential(nn.Linear(784, 10), nn.BatchNorm1d(10));

    public static nn.Module<Tensor, Tensor> Convolution() => nn.Sequential(
        nn.Unflatten(1, [1, 28, 28]), nn.Conv2d(1, 3, 5, stride: 3), nn.BatchNorm2d(3), nn.ReLU(), nn.Dropout(0.3), nn.Flatten(),
        nn.Linear(192, 10));

    public static nn.Module<Tensor, Tensor> Recurrent() => new RowByRow();

    public static nn.Module<Tensor, Tensor> Own() => new FunctionalDropout();

    private static Sequential Perceptron(int[] sizes, Activation activation, Initializer weights, Func<nn.Module<Tensor, Tensor>> dropout)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            network.append(nn.Linear(sizes[layer - 1], sizes[layer]).Start(weights));
            if (layer < sizes.Length - 1)
            {
                network.append(activation.Module()).append(dropout());
            }
        }

        return network;
    }

    private static nn.Module<Tensor, Tensor> PoisonedByChance()
    {
        var network = Perceptron(Sizes, Activation.Relu);
        using var withoutGraph = no_grad();
        if (rand(1).item<float>() > 0.5)
        {
            network.parameters().First().mul_(1e18);
        }

        return network;
    }

    private static nn.Module<Tensor, Tensor> BrokenByChance() =>
        rand(1).item<float>() > 0.5 ? throw new InvalidOperationException("the wheels came off") : nn.Sequential(nn.Linear(784, 10));

    private static (int One, int[] Others) Seeds(Func<int, bool> isOne) =>
        (Enumerable.Range(0, 50).First(isOne), [.. Enumerable.Range(0, 50).Where(seed => !isOne(seed)).Take(2)]);

    // An image is a sequence of 28 rows.
    private sealed class RowByRow : nn.Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = nn.LSTM(28, 6, batchFirst: true);
        private readonly Linear output = nn.Linear(6, 10);

        public RowByRow()
            : base(nameof(RowByRow)) => RegisterComponents();

        public override Tensor forward(Tensor input) => output.call(lstm.call(input.view(-1, 28, 28)).Item1.select(1, 27));
    }

    private sealed class FunctionalDropout : nn.Module<Tensor, Tensor>
    {
        private readonly Linear hidden = nn.Linear(784, 8);
        private readonly Linear output = nn.Linear(8, 10);

        public FunctionalDropout()
            : base(nameof(FunctionalDropout)) => RegisterComponents();

        public override Tensor forward(Tensor input) =>
            output.call(nn.functional.dropout(nn.functional.gelu(hidden.call(input)), 0.2, training));
    }
}

/// <summary>A measurement of a recipe's own that draws: the mean of random numbers and of the first bias.</summary>
internal sealed class DrawingProbe : IProbe
{
    public const string Metric = "own.mean";

    public string Name => "a probe that draws";

    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        context.Module.train(); // and leaves it so
        yield return new(Metric, rand(5).mean().item<float>() + context.Module.parameters().Last().mean().item<float>(), Layer: 1);
    }
}

/// <summary>A measurement that does something instead, such as failing.</summary>
internal sealed class ActingProbe(Action act) : IProbe
{
    public string Name => "a probe that acts";

    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        act();
        return [];
    }
}
