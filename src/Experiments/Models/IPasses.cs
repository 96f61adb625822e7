using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>How large the cost's gradient is in one layer.</summary>
/// <param name="Layer">The layer's number, from 1 with the output layer last.</param>
/// <param name="Weight">Frobenius norm of ∂C/∂W.</param>
/// <param name="Bias">L2 norm of ∂C/∂b.</param>
public readonly record struct LayerNorms(int Layer, double Weight, double Bias);

/// <summary>A model's passes forward and backward outside training, in the mode for testing.</summary>
public interface IPasses
{
    /// <summary>The logits of images, (n, classes), in single precision and without a graph.</summary>
    /// <param name="images">(n, pixels).</param>
    Tensor Logits(Tensor images);

    /// <summary>
    /// The norm of the mean gradient over the images, not the mean of norms, layer by layer and without penalties (Nielsen, Neural Networks
    /// and Deep Learning, ch. 5: the speed at which a layer learns).
    /// </summary>
    /// <param name="images">(n, pixels).</param>
    /// <param name="targets">As the loss takes them.</param>
    IReadOnlyList<LayerNorms> GradientNorms(Tensor images, Tensor targets);

    /// <summary>
    /// The mean gradient over the images with respect to each weight, layer by layer and without penalties; a layer's numbers in any order.
    /// </summary>
    /// <param name="images">(n, pixels).</param>
    /// <param name="targets">As the loss takes them.</param>
    IReadOnlyList<float[]> WeightGradients(Tensor images, Tensor targets);

    /// <summary>
    /// The optimizer's effective step, layer by layer: the learning rate over what the optimizer divides it by, √v + ε, averaged over the
    /// layer's weights. Nothing before the first step, and for an optimizer of a recipe's author.
    /// </summary>
    IReadOnlyList<double> StepSizes() => [];

    /// <summary>
    /// Says that these images come again after every epoch and never change, so that what follows from them alone may be kept.
    /// </summary>
    /// <param name="images">(n, pixels).</param>
    void Keep(Tensor images)
    {
    }
}
