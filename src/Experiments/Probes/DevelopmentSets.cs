using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How sure an error is that a development set estimates, after the last epoch: the standard deviation of the error over 1,000 sets drawn
/// with replacement from the validation and test images, √(p(1 − p)/m) for an error rate p and m images.
/// </summary>
public sealed class DevelopmentSets : IProbe
{
    private const int Sets = 1_000;

    /// <summary>The sizes of the sets, in images.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [100, 1_000, 10_000];

    /// <inheritdoc/>
    public string Name => "errors on 1,000 development sets of 100, 1,000 and 10,000 images";

    /// <summary>The metric: the standard deviation of the error rate with sets of a size.</summary>
    public static string Deviation(int size) => $"development-sets.deviation.{size}";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (!context.IsLast)
        {
            yield break;
        }

        var right = cat([.. from split in context.Splits
                            where split.Name != Splits.Train
                            select context.Module.call(split.Images).argmax(1).eq(split.Classes).to(ScalarType.Float32)]);
        foreach (var size in Sizes)
        {
            var sets = right.index_select(0, randint(right.shape[0], [Sets * size])).reshape(Sets, size);
            yield return new(Deviation(size), sets.mean([1]).std().item<float>());
        }
    }
}
