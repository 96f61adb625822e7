using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>What becomes of pixels before a network sees them.</summary>
public sealed class InputsTests : IDisposable
{
    private static readonly DataSet Data = Digits.Of(100, 20);

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly ImageStore store = new(Data);

    public void Dispose()
    {
        store.Dispose();
        scope.Dispose();
    }

    private static Settings Some(InputScale scale) => Cells.Small with { Inputs = scale, TrainingImages = 40, Epochs = 2 };

    [Fact]
    public void Raw_pixels_are_those_of_the_files()
    {
        var images = store.Of(Some(InputScale.Raw) with { TrainingImages = null }, new(0));

        Assert.Equal([.. Data.Training.Slice(0, 5).Pixels.ToArray().Select(pixel => (double)pixel)],
            Numbers(images.Training.Inputs.narrow(0, 0, 5).round()));
    }

    [Theory]
    [InlineData(InputScale.Centered)]
    [InlineData(InputScale.PerPixel)]
    public void Pixels_of_the_images_that_a_seed_trains_on_have_mean_0(InputScale scale)
    {
        var images = store.Of(Some(scale), new(3));

        Assert.Equal([40L, 784], images.Training.Inputs.shape);
        Assert.All(Numbers(images.Training.Inputs.mean([0L])), mean => Assert.Equal(0, mean, 1e-5));
    }

    [Fact]
    public void Standardized_pixels_of_these_images_have_deviation_1()
    {
        var images = store.Of(Some(InputScale.PerPixel), new(3));

        Assert.All(Numbers(images.Training.Inputs.std(0, unbiased: false)), deviation => Assert.Equal(1, deviation, 1e-4));
    }

    [Fact]
    public void Validation_and_test_images_are_scaled_as_the_training_images_ask()
    {
        var (plain, scaled) = (store.Of(Some(InputScale.Unit), new(3)), store.Of(Some(InputScale.PerPixel), new(3)));
        var training = plain.Training.Inputs.index_select(0, plain.Subset!);
        var expected = (plain.Test.Inputs - training.mean([0L])) / training.std(0, unbiased: false);

        Assert.All(Numbers(expected).Zip(Numbers(scaled.Test.Inputs)), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.Equal(plain.Test.Classes.data<long>().ToArray(), scaled.Test.Classes.data<long>().ToArray());
    }

    [Fact]
    public void Images_as_they_are_stay_shared()
    {
        Assert.Same(
            store.Of(Some(InputScale.Unit), new(0)).Training.Inputs,
            store.Of(Some(InputScale.Unit) with { Subset = Subset.PerSeed }, new(1)).Training.Inputs);
        Assert.Empty(SettingNames.Determining(new()).Keys.Intersect(["inputs", "augmentation"]));
    }

    [Theory]
    [InlineData(Subset.First, 0)]
    [InlineData(Subset.PerSeed, 0)]
    [InlineData(Subset.PerSeed, 2)]
    public void Images_seen_are_the_first_of_those_that_the_first_epoch_trains_on(Subset subset, int shift)
    {
        var settings = Some(InputScale.Unit) with { Subset = subset, ImagesSeen = 3, Augmentation = new() { Shift = shift } };
        settings = shift == 0 ? settings with { Augmentation = null } : settings;
        var images = store.Of(settings, new(1));
        var trained = images.Subset is { } numbers ? images.Training.Inputs.index_select(0, numbers) : images.Training.Inputs;
        trained = store.Distorted(settings, new(1), trained)?.Invoke(0) ?? trained;

        Assert.Equal(Numbers(trained.narrow(0, 0, 3)), Numbers(store.Seen(settings, new(1), images)!));
        Assert.Null(store.Seen(settings with { ImagesSeen = 0 }, new(1), images));
    }

    [Fact]
    public void Distorted_images_are_others_in_every_epoch_and_seed_and_the_same_each_time()
    {
        var settings = Some(InputScale.Unit) with { Augmentation = new() { Shift = 2, Elastic = 34 } };

        Assert.Equal(Of(seed: 1, epoch: 0), Of(seed: 1, epoch: 0));
        Assert.NotEqual(Of(seed: 1, epoch: 0), Of(seed: 1, epoch: 1));
        Assert.NotEqual(Of(seed: 1, epoch: 0)[..784], Of(seed: 2, epoch: 0)[..784]);

        double[] Of(int seed, int epoch)
        {
            var images = store.Of(settings with { Subset = Subset.First }, new(seed)).Training.Inputs;
            return Numbers(store.Distorted(settings, new(seed), images)!(epoch));
        }
    }

    [Fact]
    public void Trainers_of_both_kinds_see_the_same_distorted_images()
    {
        var settings = Some(InputScale.Unit) with { Augmentation = new() { Shift = 1, Rotation = 5 }, Optimizer = new Sgd(0.05) };

        var eager = Loss(settings with { Trainer = TrainerKind.Eager });

        Assert.Equal(1, Loss(settings) / eager, 1e-4);
        Assert.NotEqual(1, Loss(settings with { Augmentation = null }) / eager, 1e-3);

        static double Loss(Settings settings) => Cells.Run(SmallNetworks.Plain, settings, 0)[0].Value(Metrics.Loss, Splits.Train, 2);
    }

    [Fact]
    public void Training_is_measured_on_images_that_are_not_distorted()
    {
        var settings = Some(InputScale.Unit);

        Assert.Equal(
            Before(settings), Before(settings with { Augmentation = new() { Shift = 2 } }));

        static double Before(Settings settings) => Cells.Run(SmallNetworks.Plain, settings, 0)[0].Value(Metrics.Loss, Splits.Train, 0);
    }

    [Theory]
    [InlineData("augmentation=random augmentation.shift=0", null)]
    [InlineData("augmentation=random", "2")]
    [InlineData("augmentation=random smoothness=3", "2")]
    public void A_distortion_that_changes_nothing_is_none(string set, string? shift)
    {
        var settings = set.Split(' ').Select(text => text.Split('=')).Aggregate(
            new Settings(), (settings, words) => SettingNames.With(settings, words[0], words[1]));
        var determining = SettingNames.Determining(settings);

        Assert.Equal(shift, determining.GetValueOrDefault("augmentation.shift"));
        Assert.Equal(shift is null ? null : "4", determining.GetValueOrDefault("augmentation.smoothness"));
    }

    private static double[] Numbers(Tensor values) => values.to(ScalarType.Float64).contiguous().data<double>().ToArray();
}
