using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Stochastic gradient descent, θ ← θ − η ∇C.</summary>
/// <param name="LearningRate">η.</param>
public sealed record Sgd(double LearningRate = 0.1) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    internal override IUpdate Start(Network network, Penalty penalty) => new Update(network, LearningRate, penalty.WeightDecay);

    private sealed class Update(Network network, double learningRate, double weightDecay) : IUpdate
    {
        // w ← w − η (g + s w) = (1 − η s) w − η g
        public void Step(IReadOnlyList<Tensor> gradients)
        {
            for (var index = 0; index < gradients.Count; index++)
            {
                var parameter = network.Trained[index];
                if (weightDecay != 0 && !parameter.IsBias)
                {
                    parameter.Value.mul_(1 - (learningRate * weightDecay));
                }

                parameter.Value.add_(gradients[index], -learningRate);
            }
        }

        public void Dispose()
        {
        }
    }
}
