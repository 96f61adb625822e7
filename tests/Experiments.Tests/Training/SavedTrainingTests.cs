using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

[Collection(nameof(Alone))]
public sealed class SavedTrainingTests : IDisposable
{
    private static readonly Optimizer[] Optimizers =
        [new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Sgd(0.1, Momentum: 0.9, Nesterov: true), new Adam(0.01), new AdamW(0.01),
            new RmsProp(0.01), new Adagrad(0.01)];

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Optimizer, bool> OptimizersAndTrainers =>
        [.. from optimizer in Optimizers from isFused in new[] { false, true }
            select new TheoryDataRow<Optimizer, bool>(optimizer, isFused)];

    [Theory]
    [MemberData(nameof(OptimizersAndTrainers))]
    public void A_training_that_was_saved_goes_on_to_the_same_bytes(Optimizer optimizer, bool isFused) =>
        AssertSame(Model.Of(SmallModels.DroppingMlp, new[] { 36, 20, 17, 10 }, Activation.Relu, 0.3, false), optimizer, isFused);

    public static TheoryData<Model> AnyModules =>
        [Model.Of(SmallModels.Cnn), Model.Of(SmallModels.Lstm), Model.Of(SmallModels.OwnClass), Model.Of(SmallModels.FunctionalDropout)];

    [Theory]
    [MemberData(nameof(AnyModules))]
    public void A_training_of_any_module_that_was_saved_goes_on_to_the_same_bytes(Model model) =>
        AssertSame(model, new Adam(0.01), isFused: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_another_model_has_saved_is_refused(bool isFused)
    {
        var data = SmallData(Loss.SoftmaxCrossEntropy, 10);
        var settings = new Settings { BatchSize = 5, Optimizer = new Sgd(0.1, Momentum: 0.9) };
        using var wide = Model.Of(SmallModels.Mlp, new[] { 36, 60, 10 }, Activation.Tanh, Initializer.LeCunNormal).Build(0);
        using var narrow = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Tanh, Initializer.LeCunNormal).Build(0);
        using var saves = Trainer(wide, settings, data, isFused);
        using var loads = Trainer(narrow, settings, data, isFused);
        saves.TrainEpoch(0, CancellationToken.None);

        Assert.ThrowsAny<Exception>(() => Restore(loads, Saved(saves)));
    }

    private static void AssertSame(Model model, Optimizer optimizer, bool isFused)
    {
        var settings = new Settings { Epochs = 2, BatchSize = 8, Optimizer = optimizer, Schedule = new OneCycleSchedule() };
        var data = SmallData(settings.Loss, 30);
        using var through = Train(model, settings, data, isFused);

        using var first = model.Build(0);
        using var before = Trainer(first, settings, data, isFused);
        before.TrainEpoch(0, CancellationToken.None);
        var saved = Saved(before);

        using var second = model.Build(1);
        second.load_state_dict(first.state_dict());
        using var after = Trainer(second, settings, data, isFused);
        Restore(after, saved);
        after.TrainEpoch(1, CancellationToken.None);

        Assert.Equal(StateOf.Module(through), StateOf.Module(second));
    }

    private static byte[] Saved(ITrainer trainer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trainer.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Restore(ITrainer trainer, byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        trainer.Load(reader);
        Assert.Equal(saved.Length, reader.BaseStream.Position);
    }
}
