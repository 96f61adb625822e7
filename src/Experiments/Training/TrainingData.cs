using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>The images that a module trains on.</summary>
/// <param name="Images">(n, pixels), 0 to 1.</param>
/// <param name="Targets">As the loss takes them, n rows.</param>
internal sealed record TrainingData(Tensor Images, Tensor Targets)
{
    /// <summary>Number of images.</summary>
    public int Count => (int)Images.shape[0];
}
