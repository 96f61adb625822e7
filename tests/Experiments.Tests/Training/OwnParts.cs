using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>A cost of a recipe's own that draws, in every call and once for its targets.</summary>
internal sealed record NoisyLoss() : Loss("noisy")
{
    public override Tensor Mean(Tensor logits, Tensor targets) =>
        nn.functional.cross_entropy(logits + randn_like(logits.detach()), targets);

    public override Tensor Targets(Tensor classes, int count) =>
        (base.Targets(classes, count) + (rand(classes.shape[0], count) / 10)).softmax(1);
}

/// <summary>Stochastic gradient Langevin dynamics: noise in every step (Welling and Teh 2011).</summary>
internal sealed record Langevin(double LearningRate = 0.1) : Experiments.Training.Optimizer("langevin", LearningRate)
{
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        new NoisySgd([.. weights, .. others], LearningRate);

    private sealed class NoisySgd(Parameter[] moved, double learningRate) : SGD(moved, learningRate)
    {
        public override Tensor step(Func<Tensor>? closure = null)
        {
            using var withoutGraph = no_grad();
            base.step(closure);
            foreach (var parameter in moved)
            {
                parameter.add_(randn_like(parameter.detach()));
            }

            return null!;
        }
    }
}

/// <summary>Gradient descent by an optimizer that has no state_dict, as <see cref="OptimizerHelper"/> has.</summary>
internal sealed record Bare(double LearningRate = 0.1) : Experiments.Training.Optimizer("bare", LearningRate)
{
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        new Descent([.. weights, .. others], LearningRate);

    private sealed class Descent(Parameter[] moved, double learningRate) : optim.Optimizer(IntPtr.Zero)
    {
        public override void zero_grad() => Array.ForEach(moved, parameter => parameter.grad?.zero_());

        public override Tensor step(Func<Tensor>? closure = null)
        {
            using var withoutGraph = no_grad();
            Array.ForEach(moved, parameter => parameter.add_(parameter.grad!, -learningRate));
            return null!;
        }
    }
}
