using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>Multilayer perceptrons: linear layers one after the other, with an activation function after each but the last.</summary>
public static class Mlp
{
    /// <summary>
    /// A perceptron with an activation function, as in <c>Mlp.Of([784, 30, 10], Activation.Sigmoid, Initializer.LeCunNormal)</c>.
    /// </summary>
    /// <param name="sizes">Numbers of inputs, of units in every hidden layer, and of outputs.</param>
    /// <param name="activation">What follows every hidden layer.</param>
    /// <param name="weights">The rule for the weights; the default initial values of torch.nn, also for biases, if not given.</param>
    /// <param name="biases">The rule for the biases; zeros if not given.</param>
    public static nn.Module<Tensor, Tensor> Of(
        IReadOnlyList<int> sizes, Activation activation, Initializer? weights = null, Initializer? biases = null) =>
        Of(sizes, weights, biases, _ => [activation.Module()]);

    /// <summary>
    /// A perceptron with modules of any kind after each hidden layer, as in
    /// <c>Mlp.Of([784, 30, 10], null, null, units => [BatchNorm1d(units), ReLU()])</c>.
    /// </summary>
    /// <param name="sizes">Numbers of inputs, of units in every hidden layer, and of outputs.</param>
    /// <param name="weights">The rule for the weights; the default initial values of torch.nn, also for biases, if null.</param>
    /// <param name="biases">The rule for the biases; zeros if null.</param>
    /// <param name="after">What follows a hidden layer of so many units.</param>
    public static nn.Module<Tensor, Tensor> Of(
        IReadOnlyList<int> sizes, Initializer? weights, Initializer? biases,
        Func<int, IReadOnlyList<nn.Module<Tensor, Tensor>>> after)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer < sizes.Count; layer++)
        {
            var linear = nn.Linear(sizes[layer - 1], sizes[layer]);
            network.append(weights is null ? linear : linear.Start(weights, biases));
            foreach (var module in layer < sizes.Count - 1 ? after(sizes[layer]) : [])
            {
                network.append(module);
            }
        }

        return network;
    }
}
