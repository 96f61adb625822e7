using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// Dropout as an average of sub-networks: each mask makes one, and their softmax outputs are averaged (Srivastava et al. 2014, section 7.5;
/// Gal and Ghahramani 2016), where testing usually takes all units at once.
/// </summary>
public static class MonteCarloDropout
{
    /// <summary>
    /// The class probabilities averaged over masks. Masks are drawn from libtorch's generator: in a probe that is the seed's. Everything
    /// else, such as batch normalization, stays in the mode for testing.
    /// </summary>
    /// <param name="module">
    /// A module in the mode for testing, with <c>nn.Dropout</c>, <see cref="StandardDropout"/> or <see cref="DropConnect"/>.
    /// </param>
    /// <param name="images">(n, pixels).</param>
    /// <param name="counts">After how many masks the average is wanted.</param>
    /// <returns>
    /// For each count, ascending, the average over the first so many masks, (n, classes) in double precision, good until the next is asked
    /// for.
    /// </returns>
    public static IEnumerable<(int Masks, Tensor Probabilities)> Average(
        nn.Module<Tensor, Tensor> module, Tensor images, IEnumerable<int> counts)
    {
        var wanted = counts.ToHashSet();
        nn.Module[] dropping = [.. module.modules().Prepend(module).Distinct()
            .Where(part => part is Dropout or StandardDropout or DropConnect)];
        Array.ForEach(dropping, part => part.train());
        try
        {
            using var sum = zeros([], ScalarType.Float64).DetachFromDisposeScope();
            var average = sum;
            for (var mask = 1; mask <= wanted.DefaultIfEmpty(0).Max(); mask++)
            {
                using var scope = NewDisposeScope();
                using var withoutGraph = no_grad();
                var probabilities = module.call(images).to(ScalarType.Float64).softmax(1);
                var next = (average * ((mask - 1.0) / mask)) + (probabilities / mask);
                if (mask > 1)
                {
                    average.Dispose();
                }

                average = next.DetachFromDisposeScope();
                if (wanted.Contains(mask))
                {
                    yield return (mask, average);
                }
            }

            average.Dispose();
        }
        finally
        {
            Array.ForEach(dropping, part => part.eval());
        }
    }
}
