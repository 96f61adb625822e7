using static TorchSharp.torch;

namespace Experiments.Tests;

/// <summary>Targets as networks are trained on them.</summary>
internal static class Targets
{
    /// <summary>(n, 10), a 1 in the column of each label.</summary>
    public static Tensor OneHot(params int[] labels)
    {
        var values = new float[labels.Length * 10];
        for (var index = 0; index < labels.Length; index++)
        {
            values[(index * 10) + labels[index]] = 1;
        }

        return tensor(values, [labels.Length, 10]);
    }
}
