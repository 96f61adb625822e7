namespace Experiments.Probes;

/// <summary>How large the gradient is, layer by layer, after every epoch: see <see cref="Models.IPasses.GradientNorms"/>.</summary>
public sealed class GradientNorms : IProbe
{
    /// <inheritdoc/>
    public string Name => "gradient norms";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        foreach (var norms in context.Passes.GradientNorms(context.Inputs, context.Targets))
        {
            yield return new(Metrics.BiasGradient, norms.Bias, Layer: norms.Layer, IsVital: true);
            yield return new(Metrics.WeightGradient, norms.Weight, Layer: norms.Layer, IsVital: true);
        }
    }
}
