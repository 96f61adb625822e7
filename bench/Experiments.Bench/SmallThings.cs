using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Experiments.Networks;
using Experiments.Networks.Vectors;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Bench;

/// <summary>What a step and a run are made of, in the sizes of setting A3 with 5 seeds.</summary>
public class SmallThings : IDisposable
{
    private const int Seeds = 5;
    private const int EvaluationImages = 10_000;
    private const int GradientImages = 1_000;
    private const int Pixels = 784;

    private readonly string folder = Directory.CreateTempSubdirectory("experiments-bench-").FullName;
    private readonly Settings settings;
    private ImageStore store = null!;
    private (Tensor Inputs, Tensor Targets) training;
    private Network network = null!;
    private Tensor activations = null!; // (seeds, batch, units)
    private Tensor weights = null!; // (seeds, units, units)
    private Tensor biases = null!; // (seeds, 1, units)
    private Tensor rows = null!; // image numbers of one step, (seeds · batch)
    private float[] batch = null!; // its images
    private readonly DenseReplica wide = new([100, 100], Activation.Identity, 128, dropsUnits: false);
    private DenseReplica replica = null!;
    private FlatRule rule = null!;
    private int next; // image to copy
    private List<Measurement> cell = null!;
    private ResultStore results = null!;
    private ResultKey key = null!;

    /// <summary>Takes the settings from the recipe.</summary>
    public SmallThings() => settings = Setting.Variant.Settings;

    private static BenchSetting Setting => BenchSetting.All.Single(setting => setting.Id == "A3");

    /// <summary>Makes a network, a batch's image numbers, and the rows of a cell.</summary>
    [GlobalSetup]
    public void Start()
    {
        torch.set_num_threads(1);
        store = new(BenchData.Open(Place.Here(), CancellationToken.None));
        var images = store.Of(settings).Training;
        training = (images.Inputs, images.Targets);
        network = Setting.Network.Build([.. Enumerable.Range(0, Seeds).Select(seed => new SeedStreams(seed))]);
        network.eval();
        using var generator = new Generator(1);
        activations = rand([Seeds, settings.BatchSize, 30], generator: generator);
        weights = rand([Seeds, 30, 30], generator: generator);
        biases = rand([Seeds, 1, 30], generator: generator);
        rows = randperm(training.Inputs.shape[0], generator: generator).narrow(0, 0, Seeds * settings.BatchSize).clone();
        batch = new float[settings.BatchSize * Pixels];
        var dense = (DenseNetwork)network;
        replica = dense.NewReplica(settings.BatchSize);
        dense.Load(0, replica);
        replica.Input.CopyFrom(MemoryMarshal.Cast<byte, float>(training.Inputs.narrow(0, 0, settings.BatchSize).bytes));
        replica.Forward(settings.BatchSize);
        rule = settings.Optimizer.Start(replica.Parameters.Length);
        cell = [.. Rows()];
        results = new(folder);
        key = ResultKey.Of("bench", "cell", new Dictionary<string, string>());
    }

    /// <summary>Removes what was written.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        network.Dispose();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One operator on tensors so small that the call is all there is.</summary>
    [Benchmark(Description = "operator: a + b, 5×1×30")]
    public void Operator() => biases.add(biases).Dispose();

    /// <summary>The operator that most of a layer is.</summary>
    [Benchmark(Description = "operator: inputs × weights, 5×10×30 × 5×30×30")]
    public void Layer() => activations.bmm(weights).Dispose();

    /// <summary>The product that most of a wide layer is.</summary>
    [Benchmark(Description = "product in plain memory, 128×100 × 100×100: 2.6 MFLOP")]
    public void Product() => Products.Times(wide.Input, wide.Weight(0), wide.Bias(0), wide.Logits);

    /// <summary>What a replica does with its batch on the way to the logits.</summary>
    [Benchmark(Description = "one replica, in plain memory: forward, 10 images")]
    public void Forward() => replica.Forward(settings.BatchSize);

    /// <summary>What it does on the way back.</summary>
    [Benchmark(Description = "one replica, in plain memory: backward")]
    public void Backward() => replica.Backward(settings.BatchSize);

    /// <summary>Its step, once the gradient is there.</summary>
    [Benchmark(Description = "one replica, in plain memory: the optimizer's rule")]
    public void Rule() => rule.Step(replica.Parameters, replica.Gradient, replica.WeightCount, settings.Penalty.WeightDecay);

    /// <summary>A scope with nothing in it.</summary>
    [Benchmark(Description = "dispose scope, empty")]
#pragma warning disable CA1822 // BenchmarkDotNet calls no static members
    public void Scope()
#pragma warning restore CA1822
    {
        using var scope = NewDisposeScope();
    }

    /// <summary>A scope that disposes one tensor.</summary>
    [Benchmark(Description = "dispose scope around a + b")]
    public void ScopeAroundOperator()
    {
        using var scope = NewDisposeScope();
        biases.add(biases);
    }

    /// <summary>The images and targets of a step of all seeds, from anywhere among 50,000, as networks that train through operators get them.</summary>
    [Benchmark(Description = "gather a step's batch by operators, 50 of 50,000 images")]
    public void BatchByOperators()
    {
        using var scope = NewDisposeScope();
        training.Inputs.index_select(0, rows);
        training.Targets.index_select(0, rows);
    }

    /// <summary>The images of a step of one seed, as multilayer perceptrons get them.</summary>
    [Benchmark(Description = "gather a step's batch in plain memory, 10 of 50,000 images")]
    public void BatchInMemory()
    {
        var pixels = MemoryMarshal.Cast<byte, float>(training.Inputs.bytes);
        for (var row = 0; row < settings.BatchSize; row++)
        {
            next = (next + 7_919) % (int)training.Inputs.shape[0]; // each image in turn, none near the last
            pixels.Slice(next * Pixels, Pixels).CopyTo(batch.AsSpan(row * Pixels));
        }
    }

    /// <summary>Loss and accuracy on one split.</summary>
    [Benchmark(Description = "probe: loss and accuracy, 10,000 images")]
    public object Evaluate() => Evaluation.Of(
        network, training.Inputs.narrow(0, 0, EvaluationImages), training.Targets.narrow(0, 0, EvaluationImages), Seeds, settings.Loss.OfImage);

    /// <summary>The norms of the gradients, layer by layer.</summary>
    [Benchmark(Description = "probe: gradients by layer, 1,000 images")]
    public object Gradients()
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var targets = training.Targets.narrow(0, 0, GradientImages);
        return GradientNorms.Of(network, training.Inputs.narrow(0, 0, GradientImages), Seeds, logits => settings.Loss.LogitGradient(logits, targets));
    }

    /// <summary>A cell of 30 epochs: formatting it, writing it, and waiting for the disk.</summary>
    [Benchmark(Description = "write a cell of 30 epochs")]
    public void Cell() => results.Write(key, 0, cell);

    private IEnumerable<Measurement> Rows() =>
        from epoch in Enumerable.Range(0, settings.Epochs + 1)
        let step = epoch * 5_000L
        from row in new[] { Splits.Train, Splits.Validation, Splits.Test }.SelectMany(split => new[] { Metrics.Loss, Metrics.Accuracy }.Select(metric => (split, metric, layer: (int?)null)))
            .Concat(Enumerable.Range(1, 4).SelectMany(layer => new[] { Metrics.BiasGradient, Metrics.WeightGradient }.Select(metric => (split: "", metric, layer: (int?)layer))))
        select new Measurement(epoch, step, row.split, row.metric, row.layer, 0.123456789 / (epoch + 1));
}
