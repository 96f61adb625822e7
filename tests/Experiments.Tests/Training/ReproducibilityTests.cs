using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Modules as anywhere else, with initial values and dropout of torch.nn, which draw from the process-wide generator.</summary>
[Collection(nameof(Alone))]
public sealed class ReproducibilityTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Model> AnyModules =>
    [
        Model.Of(SmallModels.DroppingMlp, new[] { 36, 20, 10 }, Activation.Relu, 0.5, false),
        Model.Of(SmallModels.DroppingMlp, new[] { 36, 20, 10 }, Activation.Tanh, 0.5, true),
        Model.Of(DropConnected), Model.Of(SmallModels.Cnn), Model.Of(SmallModels.Lstm), Model.Of(SmallModels.OwnClass),
        Model.Of(SmallModels.FunctionalDropout),
    ];

    [Theory]
    [MemberData(nameof(AnyModules))]
    public void A_seed_trains_to_the_same_bytes_each_time_and_another_seed_to_others(Model model)
    {
        var first = Trained(model, seed: 1);

        Assert.Equal(first, Trained(model, seed: 1));
        Assert.NotEqual(first, Trained(model, seed: 2));
    }

    [Theory]
    [MemberData(nameof(AnyModules))]
    public void A_seed_trains_to_the_same_bytes_while_another_thread_trains_something_else(Model model)
    {
        var alone = Trained(model, seed: 1);
        var (isOver, others) = (false, 0);
        var training = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                using var inner = NewDisposeScope();
                Trained(others % 2 == 0 ? Model.Of(SmallModels.FunctionalDropout) : Model.Of(SmallModels.Cnn), seed: others++);
            }
        });
        training.Start();
        try
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref others) > 0, TimeSpan.FromSeconds(20)));
            for (var time = 0; time < 3; time++)
            {
                Assert.Equal(alone, Trained(model, seed: 1));
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            training.Join();
        }
    }

    [Fact]
    public void A_loss_of_the_authors_own_may_draw() => AssertSame(new Settings { Epochs = 2, BatchSize = 8, Loss = new NoisyLoss() });

    [Fact]
    public void An_optimizer_of_the_authors_own_may_draw() =>
        AssertSame(new Settings { Epochs = 2, BatchSize = 8, Optimizer = new Langevin(0.1) });

    [Fact]
    public void Measuring_between_epochs_changes_nothing_of_the_training()
    {
        var settings = new Settings { Epochs = 2, BatchSize = 8 };
        var data = SmallData(settings.Loss, 30);
        using var module = Model.Of(SmallModels.FunctionalDropout).Build(1);
        using var trainer = Trainer(module, settings, data, isFused: false, seed: 1);
        for (var epoch = 0; epoch < 2; epoch++)
        {
            module.eval();
            trainer.Logits(data.Images);
            trainer.GradientNorms(data.Images, data.Targets);
            trainer.TrainEpoch(epoch, CancellationToken.None);
        }

        Assert.Equal(Trained(Model.Of(SmallModels.FunctionalDropout), seed: 1), StateOf.Module(module));
    }

    [Fact]
    public void A_generator_goes_on_where_it_was_when_another_ran_inside()
    {
        using var outer = new CellGenerator(new(1), "forward");
        using var twin = new CellGenerator(new(1), "forward");
        using var inner = new CellGenerator(new(2), "forward");

        var nested = outer.Run(() => (StateOf.Numbers(rand(3)), inner.Run(() => StateOf.Numbers(rand(5))), StateOf.Numbers(rand(4))));

        Assert.Equal(twin.Run(() => (StateOf.Numbers(rand(3)), StateOf.Numbers(rand(4)))), (nested.Item1, nested.Item3), (a, b) =>
            a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
    }

    [Fact]
    public void A_generator_of_its_own_draws_what_the_process_wide_one_would()
    {
        using var shared = new CellGenerator(new(1), "forward");
        using var apart = new CellGenerator(new(1), "forward");
        using var own = apart.Own();

        Assert.Equal(shared.Run(() => StateOf.Numbers(rand(100))), StateOf.Numbers(rand(100, generator: own)));
        apart.TakeOver(own);
        Assert.Equal(shared.Run(() => StateOf.Numbers(rand(100))), apart.Run(() => StateOf.Numbers(rand(100))));
    }

    private static void AssertSame(Settings settings)
    {
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Zeros);
        using var first = Train(model, settings, SmallData(settings.Loss, 30), isFused: false);
        using var second = Train(model, settings, SmallData(settings.Loss, 30), isFused: false);

        Assert.Equal(StateOf.Module(first), StateOf.Module(second));
    }

    private static nn.Module<Tensor, Tensor> DropConnected() =>
        nn.Sequential(new DropConnect(nn.Linear(36, 20), 0.4), nn.ReLU(), nn.Linear(20, 10));

    private static string Trained(Model model, int seed)
    {
        using var inner = NewDisposeScope();
        var settings = new Settings { Epochs = 2, BatchSize = 8 };
        using var module = Train(model, settings, SmallData(settings.Loss, 30), isFused: false, seed);
        return StateOf.Module(module);
    }
}
