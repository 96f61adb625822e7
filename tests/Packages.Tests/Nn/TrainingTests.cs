using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Packages.Tests.Nn;

/// <summary>Whole training loops.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void A_network_learns_exclusive_or()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        var y = tensor(new long[] { 0, 1, 1, 0 });
        var network = Given.Filled(nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2)));
        var losses = Train(network, optim.Adam(network.parameters(), 0.05), () => F.cross_entropy(network.call(x), y), 200);
        Assert.True(losses[^1] < 0.01 && losses[^1] < losses[0] / 50, $"{losses[0]} to {losses[^1]}");
        Assert.Equal([0L, 1, 1, 0], network.call(x).argmax(1).data<long>().ToArray());
    }

    [Fact]
    public void Least_squares_are_found_by_descent()
    {
        using var scope = NewDisposeScope();
        var x = Given.Sines(1, 20, 2);
        var y = x.mm(tensor(new double[,] { { 3 }, { -2 } })) + 0.5;
        var layer = Given.Filled(nn.Linear(2, 1, dtype: float64));
        Train(layer, optim.SGD(layer.parameters(), 0.3, momentum: 0.9), () => F.mse_loss(layer.call(x), y), 400);
        Given.Near([3, -2], layer.weight, 1e-6);
        Given.Near([0.5], layer.bias!, 1e-6);
    }

    [Fact]
    public void Frozen_parameters_stay_as_they_are()
    {
        using var scope = NewDisposeScope();
        var network = Given.Filled(nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)));
        var frozen = network.parameters().First();
        frozen.requires_grad = false;
        var before = Given.Numbers(frozen);
        Train(network, optim.Adam(network.parameters(), 0.1), () => network.call(ones(1, 2)).sum(), 3);
        Assert.Equal(before, Given.Numbers(frozen));
    }

    [Fact]
    public void Clipping_leaves_the_direction_and_limits_the_length()
    {
        using var scope = NewDisposeScope();
        var layer = Given.Filled(nn.Linear(2, 1, hasBias: false, dtype: float64));
        (layer.call(tensor(new double[] { 30, 40 })) * 1).sum().backward();
        Assert.Equal(50, nn.utils.clip_grad_norm_(layer.parameters(), 1), 1e-9);
        Given.Near([0.6, 0.8], layer.weight.grad!, 1e-6);
    }

    [Fact]
    public void A_cosine_schedule_follows_its_closed_form()
    {
        using var scope = NewDisposeScope();
        var optimizer = optim.SGD([nn.Parameter(ones(1))], 0.4);
        var schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, 10, 0.1);
        for (int epoch = 1; epoch <= 10; epoch++)
        {
            optimizer.step();
            schedule.step();
            Assert.Equal(0.1 + 0.3 * (1 + Math.Cos(Math.PI * epoch / 10)) / 2, optimizer.ParamGroups.First().LearningRate, 1e-12);
        }
    }

    [Fact]
    public void A_plateau_lowers_the_rate_once_patience_is_over()
    {
        using var scope = NewDisposeScope();
        var optimizer = optim.SGD([nn.Parameter(ones(1))], 1.0);
        var schedule = optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 2);
        var rates = new List<double>();
        foreach (var loss in new[] { 1.0, 0.9, 0.9, 0.9, 0.9, 0.9 })
        {
            schedule.step(loss);
            rates.Add(optimizer.ParamGroups.First().LearningRate);
        }
        Assert.Equal([1, 1, 1, 1, 0.5, 0.5], rates);
    }

    [Fact]
    public void Packed_sequences_are_read_as_the_single_sequences_would_be()
    {
        using var scope = NewDisposeScope();
        var network = Given.Filled(nn.LSTM(2, 3));
        var (shorter, longer) = (Given.Sines(1, 2, 2).to(float32), Given.Sines(9, 4, 2).to(float32));
        var packed = nn.utils.rnn.pack_sequence([shorter, longer], enforce_sorted: false);
        var (output, hidden, _) = network.call(packed);
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(output);
        Assert.Equal([2L, 4L], lengths.data<long>().ToArray());
        Given.Near(Given.Numbers(network.call(shorter.unsqueeze(1)).Item1), padded[..2, 0..1], 1e-6);
        Given.Near(Given.Numbers(network.call(longer.unsqueeze(1)).Item2), hidden[TensorIndex.Colon, 1..2], 1e-6);
    }

    private static List<double> Train(nn.Module module, optim.Optimizer optimizer, Func<Tensor> loss, int steps)
    {
        module.train();
        var losses = new List<double>();
        for (int step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var value = loss();
            value.backward();
            optimizer.step();
            losses.Add(value.ToDouble());
        }
        return losses;
    }
}
