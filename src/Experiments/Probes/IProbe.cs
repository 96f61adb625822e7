using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>What a probe finds at hand: one seed's module at one moment of its training, and the data.</summary>
/// <param name="Module">The module, in the mode for testing.</param>
/// <param name="Passes">Its passes forward and backward, fast where that is possible.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Epoch">Epochs completed; 0 is before training.</param>
/// <param name="IsLast">Whether this is the last epoch that the settings ask for.</param>
/// <param name="Inputs">The first training images, as many as <c>gradient-images</c> says, (n, pixels).</param>
/// <param name="Targets">Their targets, as the loss takes them.</param>
/// <param name="Splits">The images that loss and accuracy are measured on.</param>
/// <param name="Loss">The mean cost of logits against targets.</param>
public sealed record ProbeContext(
    nn.Module<Tensor, Tensor> Module,
    IPasses Passes,
    IReadOnlyList<Layer> Layers,
    int Epoch,
    bool IsLast,
    Tensor Inputs,
    Tensor Targets,
    IReadOnlyList<ProbeSplit> Splits,
    Func<Tensor, Tensor, Tensor> Loss)
{
    /// <summary>From logits to the probabilities that the loss takes them for; by default by softmax.</summary>
    public Func<Tensor, Tensor> Probabilities { get; init; } = logits => nn.functional.softmax(logits, 1);
}

/// <summary>Images of one split.</summary>
/// <param name="Name">The split's name, such as <c>validation</c>.</param>
/// <param name="Images">(n, pixels).</param>
/// <param name="Classes">The right classes, (n), 64-bit integers.</param>
/// <param name="Targets">The same as the loss takes them.</param>
public sealed record ProbeSplit(string Name, Tensor Images, Tensor Classes, Tensor Targets);

/// <summary>One number that a probe has measured.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Value">The number.</param>
/// <param name="Split">The split that it belongs to; empty for none.</param>
/// <param name="Layer">The layer that it belongs to, from 1; null for the whole model.</param>
/// <param name="IsVital">Whether the seed has diverged if the number is not finite.</param>
public readonly record struct Reading(string Metric, double Value, string Split = "", int? Layer = null, bool IsVital = false);

/// <summary>
/// A measurement at a point of training: before it (epoch 0) and after epochs. It runs in a dispose scope; what it draws from libtorch's
/// generator comes from a stream of its own, so that it changes nothing of the training.
/// </summary>
public interface IProbe
{
    /// <summary>Names the probe and everything in it that is not in the settings; part of the hash of the results.</summary>
    string Name { get; }

    /// <summary>Measures, if something is due after this epoch.</summary>
    IEnumerable<Reading> Measure(ProbeContext context);

    /// <summary>
    /// Measures once, when training has ended, with the parameters that it leaves behind: those of the best check if early stopping
    /// restores them. Not asked of a training that diverged.
    /// </summary>
    IEnumerable<Reading> MeasureAtEnd(ProbeContext context) => [];
}
