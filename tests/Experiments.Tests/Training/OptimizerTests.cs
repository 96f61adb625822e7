using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Rules against their published formulas, computed in double precision number by number.</summary>
public sealed class OptimizerTests : IDisposable
{
    private const double Decay = 0.3; // of the L2 penalty
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Optimizer> Rules => [new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Adam(0.1), new Adam(0.1, 0.5, 0.6, 0.1), new Adagrad(0.1), new RmsProp(0.1)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_moves_every_number_by_its_formula(Optimizer rule)
    {
        using var network = new Mlp([3, 2], Activation.Relu, Init.StandardNormal, Init.StandardNormal).Build([new(0), new(1)]);
        Check(rule, network, steps: 5, tolerance: 2e-5);
    }

    // 2 × 300 × 130 weights are more than one piece, and the last piece is no multiple of a vector's length.
    [Theory]
    [MemberData(nameof(Rules))]
    public void A_large_tensor_is_moved_to_its_last_number(Optimizer rule)
    {
        using var network = new Mlp([300, 131], Activation.Relu, Init.StandardNormal, Init.StandardNormal).Build([new(0), new(1)]);
        Check(rule, network, steps: 2, tolerance: 2e-5);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_replica_moves_by_the_same_bits_whoever_is_trained_beside_it(Optimizer rule)
    {
        var plan = new Mlp([83, 401, 10], Activation.Relu, Init.HeNormal, Init.StandardNormal);
        using var alone = plan.Build([new(3)]);
        using var together = plan.Build([new(0), new(3), new(7)]);
        Train(alone, rule, [new(3)]);
        Train(together, rule, [new(0), new(3), new(7)]);

        foreach (var (one, other) in alone.StateOf(0).Zip(together.StateOf(1)))
        {
            Assert.Equal(Bits(one), Bits(other));
        }
    }

    [Fact]
    public void The_first_step_of_Adam_is_the_learning_rate_whatever_the_gradients_size()
    {
        using var network = new Mlp([1, 1], Activation.Relu, Init.Zeros, Init.Zeros).Build([new(0)]);
        using var withoutGraph = no_grad();
        using var update = new Adam(0.01).Start(network, Penalty.None);

        update.Step([full([1, 1, 1], 1e-3f), full([1, 1, 1], -1e3f)]);

        Assert.Equal(-0.01f, network.Trained[0].Value.item<float>(), 1e-6f);
        Assert.Equal(0.01f, network.Trained[1].Value.item<float>(), 1e-6f);
    }

    private static void Check(Optimizer rule, Network network, int steps, double tolerance)
    {
        using var generator = new Generator(5);
        using var withoutGraph = no_grad();
        using var update = rule.Start(network, new L2(Decay));
        var expected = network.Trained.Select(parameter => Values(parameter.Value).Select(value => new Number(value)).ToArray()).ToList();
        for (var step = 1; step <= steps; step++)
        {
            var gradients = network.Trained.Select(parameter => zeros(parameter.Value.shape).normal_(0, 1, generator)).ToList();
            for (var index = 0; index < gradients.Count; index++)
            {
                var decay = network.Trained[index].IsBias ? 0 : Decay;
                foreach (var (number, gradient) in expected[index].Zip(Values(gradients[index])))
                {
                    number.Move(rule, gradient + (decay * number.Value), step);
                }
            }

            update.Step(gradients);
        }

        foreach (var (parameter, numbers) in network.Trained.Zip(expected))
        {
            var actual = Values(parameter.Value);
            Assert.Equal(numbers.Length, actual.Length);
            Assert.True(actual.Zip(numbers).All(pair => Math.Abs(pair.First - pair.Second.Value) <= tolerance * Math.Max(1, Math.Abs(pair.Second.Value))));
        }
    }

    private static void Train(Network network, Optimizer rule, SeedStreams[] seeds)
    {
        using var generator = new Generator(9);
        var images = zeros(30, 83).normal_(0, 1, generator);
        var targets = Targets.OneHot([.. Enumerable.Range(0, 30).Select(image => image % 10)]);
        var settings = new Settings { Epochs = 2, BatchSize = 7, Optimizer = rule, Penalty = new L2(0.01) };
        new TrainingLoop(network, settings, seeds, images, targets).Run((_, _) => true, CancellationToken.None);
    }

    private static float[] Values(Tensor values) => values.detach().contiguous().data<float>().ToArray();

    private static int[] Bits(Tensor values) => [.. Values(values).Select(BitConverter.SingleToInt32Bits)];

    // One parameter with what the rules remember of it: v of momentum, m and v of Adam, v of the others.
    private sealed class Number(double value)
    {
        private double mean;
        private double square;

        public double Value { get; private set; } = value;

        public void Move(Optimizer rule, double gradient, int step)
        {
            switch (rule)
            {
                case Sgd sgd:
                    mean = (sgd.Momentum * mean) + gradient;
                    Value -= sgd.LearningRate * mean;
                    break;
                case Adam adam:
                    mean = (adam.Beta1 * mean) + ((1 - adam.Beta1) * gradient);
                    square = (adam.Beta2 * square) + ((1 - adam.Beta2) * gradient * gradient);
                    Value -= adam.LearningRate * (mean / (1 - Math.Pow(adam.Beta1, step))) / (Math.Sqrt(square / (1 - Math.Pow(adam.Beta2, step))) + adam.Epsilon);
                    break;
                case Adagrad adagrad:
                    square += gradient * gradient;
                    Value -= adagrad.LearningRate * gradient / Math.Sqrt(square + adagrad.Epsilon);
                    break;
                case RmsProp rms:
                    square = (rms.Decay * square) + ((1 - rms.Decay) * gradient * gradient);
                    Value -= rms.LearningRate * gradient / Math.Sqrt(square + rms.Epsilon);
                    break;
            }
        }
    }
}
