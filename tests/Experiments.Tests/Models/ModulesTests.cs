using Experiments.Models;
using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static Experiments.Tests.Models.SmallModels;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

/// <summary>Modules that TorchSharp lacks.</summary>
[Collection(nameof(Alone))]
public sealed class ModulesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    public void A_residual_connection_adds_the_branch_times_its_scale(double scale)
    {
        var branch = Drawn(() => nn.Sequential(nn.Linear(4, 4), nn.ReLU()));
        var input = Random(3, 4);
        var expected = input + (branch.call(input) * scale);

        Assert.Equal(StateOf.Numbers(expected), StateOf.Numbers(nn.Sequential(new Residual(branch, scale)).call(input)));
    }

    [Fact]
    public void The_gradient_of_a_residual_connection_has_a_way_past_its_branch()
    {
        var input = Random(3, 4).requires_grad_();
        new Residual(Drawn(() => nn.Linear(4, 4).Start(Initializer.Zeros))).call(input).sum().backward();

        Assert.All(StateOf.Numbers(input.grad!), slope => Assert.Equal(1, slope));
    }

    // h = tanh(W x + b + U h + c), from 0
    [Fact]
    public void An_RNN_reads_rows_by_Elmans_formula()
    {
        var reader = Drawn(() => new SequenceReader(Recurrence.Rnn, steps: 3, inputs: 4, units: 5));
        var part = Parts(reader);
        var input = Random(2, 12);
        var hidden = zeros(2, 5);
        foreach (var row in input.view(2, 3, 4).unbind(1))
        {
            hidden = (row.mm(part["weight_ih"].t()) + part["bias_ih"] + hidden.mm(part["weight_hh"].t()) + part["bias_hh"]).tanh();
        }

        AssertNear(hidden.mm(part["weight"].t()) + part["bias"], reader.call(input));
    }

    // Gates i, f, g, o: c = f c + i g and h = o tanh(c), from 0
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void An_LSTM_reads_rows_by_the_published_formula_with_its_forget_bias(double forgetBias)
    {
        var part = Parts(Drawn(() => new SequenceReader(Recurrence.Lstm, 3, 4, 5)));
        var input = Random(2, 12);
        var (hidden, cell) = (zeros(2, 5), zeros(2, 5));
        foreach (var row in input.view(2, 3, 4).unbind(1))
        {
            var gates = (row.mm(part["weight_ih"].t()) + part["bias_ih"] + hidden.mm(part["weight_hh"].t()) + part["bias_hh"]).chunk(4, 1);
            cell = ((gates[1] + forgetBias).sigmoid() * cell) + (gates[0].sigmoid() * gates[2].tanh());
            hidden = gates[3].sigmoid() * cell.tanh();
        }

        var reader = Drawn(() => new SequenceReader(Recurrence.Lstm, 3, 4, 5, forgetBias: forgetBias));
        AssertNear(hidden.mm(part["weight"].t()) + part["bias"], reader.call(input));
    }

    [Fact]
    public void A_GRU_reads_rows_as_its_cell_does_step_by_step()
    {
        var reader = Drawn(() => new SequenceReader(Recurrence.Gru, 3, 4, 5));
        var part = Parts(reader);
        var single = Drawn(() => nn.GRUCell(4, 5));
        using (no_grad())
        {
            foreach (var (name, parameter) in single.named_parameters())
            {
                parameter.copy_(part[name]);
            }
        }

        var input = Random(2, 12);
        var hidden = zeros(2, 5);
        foreach (var row in input.view(2, 3, 4).unbind(1))
        {
            hidden = single.call(row, hidden);
        }

        AssertNear(hidden.mm(part["weight"].t()) + part["bias"], reader.call(input));
    }

    [Fact]
    public void Pooled_pixels_are_read_one_by_one()
    {
        var network = Drawn(() => nn.Sequential(
            nn.Unflatten(1, [1, 28, 28]), nn.AvgPool2d(4), nn.Flatten(), new SequenceReader(Recurrence.Gru, 49, 1, 6)));

        Assert.Equal([2L, 10], network.call(Random(2, 784)).shape);
    }

    [Fact]
    public void Batch_normalization_works_with_the_images_at_hand_and_keeps_its_own_statistics()
    {
        var network = Drawn(() => nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3)));
        network.train();
        network.call(Random(8, 4)); // statistics that are not those of the beginning
        network.eval();
        var input = Random(6, 4) + 1;
        var (before, testing) = (StateOf.Module(network), StateOf.Numbers(network.call(input)));
        Tensor found;
        using (BatchStatistics.Of(network))
        {
            found = network.call(input);
        }

        Assert.Equal(before, StateOf.Module(network));
        Assert.Equal(testing, StateOf.Numbers(network.call(input)));
        Assert.All(StateOf.Numbers(found.mean([0L])), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(StateOf.Numbers(found.std(0, unbiased: false)), deviation => Assert.Equal(1, deviation, 1e-3));
    }

    // A network of one weight: the mean of both of its sub-networks' probabilities.
    [Fact]
    public void Averages_over_masks_come_near_the_mean_over_all_sub_networks()
    {
        var network = Drawn(() => nn.Sequential(nn.Dropout(0.5), nn.Linear(1, 2)));
        using (no_grad())
        {
            network.parameters().First().copy_(tensor(new[] { 1f, 0f }, [2, 1]));
            network.parameters().Last().zero_();
        }

        network.eval();
        var counts = new[] { 1, 10, 4_000 };
        var found = Drawn(() => MonteCarloDropout.Average(network, ones(1, 1), counts)
            .Select(part => (part.Masks, Probability: part.Probabilities[0, 0].item<double>())).ToList());

        var kept = 1 / (1 + Math.Exp(-2));
        Assert.Equal(counts, found.Select(part => part.Masks));
        Assert.True(Math.Abs(found[0].Probability - 0.5) < 1e-6 || Math.Abs(found[0].Probability - kept) < 1e-6);
        Assert.Equal((0.5 + kept) / 2, found[2].Probability, 4 * (kept - 0.5) / 2 / Math.Sqrt(4_000));
        Assert.All(network.modules(), part => Assert.False(part.training));
    }

    [Fact]
    public void Without_dropout_each_average_is_the_softmax()
    {
        var network = Drawn(() => nn.Sequential(nn.Linear(4, 3)));
        var input = Random(2, 4);
        var expected = StateOf.Numbers(network.call(input).to(ScalarType.Float64).softmax(1));

        Assert.All(MonteCarloDropout.Average(network, input, [1, 3]), part =>
            Assert.InRange(StateOf.RelativeError(expected, StateOf.Numbers(part.Probabilities)), 0, 1e-12));
    }

    [Fact]
    public void An_ensembles_probabilities_in_testing_are_the_mean_of_its_members()
    {
        var (first, second) = Drawn(() => (nn.Linear(4, 3), nn.Linear(4, 3)));
        var ensemble = new Ensemble(first, second);
        ensemble.eval();
        var input = Random(5, 4);

        AssertNear((first.call(input).softmax(1) + second.call(input).softmax(1)) / 2, ensemble.call(input).softmax(1));
    }

    [Fact]
    public void In_training_each_member_of_an_ensemble_has_the_gradient_that_it_has_alone()
    {
        var (first, second) = Drawn(() => (nn.Linear(4, 3), nn.Linear(4, 3)));
        var (input, classes) = (Random(5, 4), tensor(new[] { 0L, 1, 2, 0, 1 }));
        nn.functional.cross_entropy(second.call(input), classes).backward();
        var alone = StateOf.Gradients(second);
        second.zero_grad();
        var ensemble = new Ensemble(first, second);
        ensemble.train();

        new EnsembleLoss().Mean(ensemble.call(input), classes).backward();

        Assert.InRange(StateOf.RelativeError(alone, StateOf.Gradients(second)), 0, 1e-6);
    }

    [Fact]
    public void These_modules_are_known_not_to_draw_unless_a_part_of_them_does()
    {
        Assert.False(Layer.MayDraw(Drawn(() => nn.Sequential(
            new Residual(nn.Linear(4, 4)), new SequenceReader(Recurrence.Lstm, 2, 2, 3), new Ensemble(nn.Linear(10, 3))))));
        Assert.True(Layer.MayDraw(Drawn(() => new Residual(nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.5))))));
        Assert.True(Layer.MayDraw(Drawn(() => nn.LSTM(4, 4, 2, dropout: 0.5))));
    }

    private static Tensor Random(int rows, int columns)
    {
        using var generator = new Generator(7);
        return zeros(rows, columns).normal_(0, 1, generator);
    }

    // A reader's parameters by name, without what says which layer of how many they belong to.
    private static Dictionary<string, Tensor> Parts(nn.Module reader) => reader.named_parameters().ToDictionary(
        pair => pair.name.Split('.')[^1].Replace("_l0", "", StringComparison.Ordinal), pair => pair.parameter.detach());

    private static void AssertNear(Tensor expected, Tensor found) =>
        Assert.InRange(StateOf.RelativeError(StateOf.Numbers(expected), StateOf.Numbers(found)), 0, 1e-6);
}
