using Experiments.Charts;
using Experiments.CommandLine.Progress;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using static TorchSharp.torch;

namespace Experiments.Tests.CommandLine;

/// <summary>That synthetic digits stand for MNIST is said where people look last.</summary>
public sealed class ReplacedDataTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Fact]
    public void A_run_without_MNIST_says_at_its_end_that_its_images_are_others()
    {
        workplace.With("EXPERIMENTS_MIRRORS", "http://127.0.0.1:9/");

        var call = workplace.Call(["run", "full-size"], [new FullSize()], new Interrupt());

        Assert.Equal(0, call.ExitCode);
        Assert.Contains(call.ErrorLines.SkipLast(1), line => line.Contains("NOT MNIST", StringComparison.Ordinal));
        Assert.StartsWith("experiments: NOT MNIST: MNIST was not available, so these results are of synthetic digits", call.ErrorLines[^1]);
        Assert.EndsWith("data fetch; then run this again.", call.ErrorLines[^1]);
    }

    public void Dispose() => workplace.Dispose();

    // One step on images of MNIST's size.
    private sealed class FullSize : Recipe
    {
        public override string Question => "Are these digits?";

        public override Source Source => Sentences.Book;

        public override Settings Defaults => new()
        {
            Epochs = 1, BatchSize = 10, TrainingImages = 10, EvaluationImages = 10, GradientImages = 10, Optimizer = new Sgd(0.1),
        };

        public override int Seeds => 1;

        public override IEnumerable<Variant> Variants(Settings settings) => [new("only", Model.Of(Network), settings)];

        public override IEnumerable<Chart> Charts(ResultTable results) => [];

        private static nn.Module<Tensor, Tensor> Network() => nn.Linear(784, 10);
    }
}
