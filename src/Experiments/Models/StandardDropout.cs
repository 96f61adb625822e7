using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// Dropout as first published (Srivastava et al. 2014): training zeroes a unit with probability p and leaves the others as they are;
/// testing multiplies every activation by 1 − p. <c>nn.Dropout</c> is the inverted form, which divides by 1 − p in training instead.
/// </summary>
/// <param name="p">The probability to DROP a unit, from 0 to below 1.</param>
public sealed class StandardDropout(double p) : nn.Module<Tensor, Tensor>(nameof(StandardDropout))
{
    /// <summary>The probability to DROP a unit.</summary>
    public double DropRate { get; } = Checked(p);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => DropRate == 0 ? input.alias()
        : training ? input * empty_like(input).bernoulli_(1 - DropRate)
        : input * (1 - DropRate);

    /// <summary>A probability to drop.</summary>
    /// <exception cref="ArgumentException">It is none, or 1.</exception>
    internal static double Checked(double p) => p is >= 0 and < 1 ? p : throw new ArgumentException(
        FormattableString.Invariant($"A drop rate is a probability from 0 to below 1, but got {p}."), nameof(p));
}
