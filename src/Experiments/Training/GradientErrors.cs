namespace Experiments.Training;

/// <summary>How far two gradients are apart, as ‖a − n‖ / (‖a‖ + ‖n‖) over all parameters that could be checked.</summary>
/// <param name="ByHand">The gradient that the engine trains with, against the two-sided quotient.</param>
/// <param name="ByAutograd">Autograd's gradient against the two-sided quotient.</param>
/// <param name="OneSided">Autograd's gradient against the one-sided quotient.</param>
/// <param name="BetweenThem">The engine's gradient against autograd's, without any quotient.</param>
/// <param name="Checked">Number of parameters checked.</param>
/// <param name="Skipped">
/// Number of parameters left out because some unit passes its activation's kink on the way from −ε to +ε, where quotients are no slopes.
/// </param>
public sealed record GradientErrors(double ByHand, double ByAutograd, double OneSided, double BetweenThem, int Checked, int Skipped)
{
    internal static GradientErrors Of(IReadOnlyList<NumericalSlope> slopes, double[] byHand, double[] byAutograd)
    {
        int[] smooth = [.. Enumerable.Range(0, slopes.Count).Where(index => !slopes[index].CrossesKink)];
        double[] twoSided = [.. smooth.Select(index => slopes[index].TwoSided)];
        double[] oneSided = [.. smooth.Select(index => slopes[index].OneSided)];
        double[] hand = [.. smooth.Select(index => byHand[index])];
        double[] autograd = [.. smooth.Select(index => byAutograd[index])];
        return new(
            DifferenceQuotient.RelativeError(hand, twoSided),
            DifferenceQuotient.RelativeError(autograd, twoSided),
            DifferenceQuotient.RelativeError(autograd, oneSided),
            DifferenceQuotient.RelativeError(hand, autograd),
            smooth.Length,
            slopes.Count - smooth.Length);
    }
}
