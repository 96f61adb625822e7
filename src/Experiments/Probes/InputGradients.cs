using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How far back gradients reach before training, in a model that reads an image step by step: ‖∂C/∂xₜ‖ of each image's own cost with
/// respect to what step t takes, the mean over images (<see cref="Metrics.InputGradient"/>). Steps count from 1, where metrics have layers.
/// </summary>
/// <param name="steps">Steps, a row of squares each or a part of one.</param>
/// <param name="square">Side of the squares of pixels of which a step takes the mean: 1 for pixels as they are.</param>
public sealed class InputGradients(int steps, int square) : IProbe
{
    /// <inheritdoc/>
    public string Name => $"gradients of {steps} inputs of {square} x {square} pixels";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (context.Epoch > 0)
        {
            return [];
        }

        using var withGraph = enable_grad();
        var images = context.Inputs.detach().clone().requires_grad_(true);
        var cost = context.Loss(context.Module.call(images), context.Targets) * images.shape[0];

        // The gradient of a mean is the sum of those of its pixels.
        var side = (int)Math.Sqrt(images.shape[1]) / square;
        var gradients = autograd.grad([cost], [images])[0].reshape(-1, side, square, side, square).sum([2, 4]);
        var norms = gradients.reshape(-1, steps, side * side / steps).norm(2).mean([0]).to(ScalarType.Float64);
        return [.. norms.data<double>().Select((norm, index) => new Reading(Metrics.InputGradient, norm, Layer: index + 1))];
    }
}
