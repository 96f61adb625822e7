namespace Experiments.Training;

/// <summary>How far gradients are apart, as ‖a − b‖ / (‖a‖ + ‖b‖) over all parameters that could be checked.</summary>
/// <param name="Autograd">Autograd's gradient against the two-sided quotient.</param>
/// <param name="OneSided">Autograd's gradient against the one-sided quotient.</param>
/// <param name="Fused">
/// The fused trainer's gradient, in single precision, against autograd's in double precision, in the mode for testing; NaN if it does not
/// know the model.
/// </param>
/// <param name="Checked">Number of parameters checked.</param>
/// <param name="Skipped">
/// Number of parameters left out because some unit passes its activation's kink on the way from −ε to +ε, where quotients are no slopes.
/// </param>
public sealed record GradientErrors(double Autograd, double OneSided, double Fused, int Checked, int Skipped);
