using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Which training images a cell uses where it does not use all.</summary>
public sealed class SubsetTests : IDisposable
{
    private static readonly DataSet Data = Digits.Of(100, 20);
    private static readonly Settings All = Cells.Small with { Epochs = 2, EvaluationImages = 25, Activations = true };

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly ImageStore store = new(Data);

    public void Dispose()
    {
        store.Dispose();
        scope.Dispose();
    }

    [Fact]
    public void Each_seed_draws_its_own_images_without_repetition_and_always_the_same() => Assert.All(Enumerable.Range(0, 5), seed =>
    {
        var drawn = Numbers(40, seed);

        Assert.Equal(40, drawn.Distinct().Count());
        Assert.All(drawn, number => Assert.InRange(number, 0, 71)); // 60 % of 120 images
        Assert.Equal(drawn, Numbers(40, seed));
        Assert.NotEqual(drawn, Numbers(40, seed + 1));
    });

    [Fact]
    public void Fewer_images_are_the_first_of_more() => Assert.Equal(Numbers(70, seed: 3)[..20], Numbers(20, seed: 3));

    [Fact]
    public void Every_training_image_is_drawn_by_some_seed() =>
        Assert.Equal(72, Enumerable.Range(0, 20).SelectMany(seed => Numbers(20, seed)).Distinct().Count());

    [Fact]
    public void All_images_are_taken_as_they_lie()
    {
        Assert.Null(store.Of(All, new(0)).Subset);
        Assert.Null(store.Of(All with { TrainingImages = 72 }, new(0)).Subset);
        Assert.Null(store.Of(All with { TrainingImages = 5_000, Quick = true }, new(0)).Subset);
    }

    [Fact]
    public void Seeds_share_the_images_and_have_numbers_of_their_own()
    {
        var (first, second) = (store.Of(All with { TrainingImages = 10 }, new(0)), store.Of(All with { TrainingImages = 20 }, new(1)));

        Assert.Same(first.Training.Inputs, second.Training.Inputs);
    }

    [Fact]
    public void The_first_images_are_taken_on_request()
    {
        var images = store.Of(All with { TrainingImages = 10, Subset = Subset.First }, new(3));

        Assert.Null(images.Subset);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => (long)number), images.Training.Classes.data<long>().ToArray());
    }

    // The same images, put first by hand: whatever trains and measures must take just these, in this order.
    [Theory]
    [InlineData(20, 7, TrainerKind.Auto)]
    [InlineData(20, 7, TrainerKind.Eager)]
    [InlineData(20, 20, TrainerKind.Auto)]
    [InlineData(20, 20, TrainerKind.Eager)]
    [InlineData(60, 7, TrainerKind.Auto)]
    [InlineData(60, 7, TrainerKind.Eager)]
    public void Training_and_probes_take_the_seeds_images_whichever_the_trainer(int count, int batch, TrainerKind trainer)
    {
        var settings = All with { TrainingImages = count, BatchSize = batch, Trainer = trainer, GradientImages = 10 };
        var drawn = new Variant("a", SmallNetworks.Dropped, settings);
        var first = new Variant("a", SmallNetworks.Dropped, settings with { Subset = Subset.First });

        var expected = Cells.Run(first, [2], images: Data with { Training = At(Numbers(count, seed: 2)) })[2];

        Assert.Equal(expected, Cells.Run(drawn, [2])[2]);
        Assert.NotEqual(expected, Cells.Run(first, [2])[2]);
    }

    [Theory]
    [InlineData("", null)] // all images
    [InlineData("subset=first", null)]
    [InlineData("training-images=40", "per-seed")]
    [InlineData("training-images=40 subset=first", null)] // as it was before there was a choice
    public void The_choice_determines_results_only_where_it_has_an_effect(string set, string? hashed)
    {
        var settings = set.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('='))
            .Aggregate(All, (settings, words) => SettingNames.With(settings, words[0], words[1]));

        Assert.Equal(hashed, Plan.Determines(new("a", SmallNetworks.Plain, settings), "0").GetValueOrDefault("subset"));
    }

    private long[] Numbers(int count, int seed) =>
        store.Of(All with { TrainingImages = count }, new(seed)).Subset!.data<long>().ToArray();

    // These images of the training file first, then all its others.
    private static ImageSet At(long[] numbers)
    {
        var order = numbers.Concat(Enumerable.Range(0, 100).Select(number => (long)number).Except(numbers)).ToList();
        return new(
            28, 28, order.SelectMany(number => Data.Training.Slice((int)number, 1).Pixels.ToArray()).ToArray(),
            order.Select(number => Data.Training.Labels.Span[(int)number]).ToArray());
    }
}
