namespace Experiments.Probes;

/// <summary>How large the optimizer's steps are, layer by layer, after every epoch: see <see cref="Models.IPasses.StepSizes"/>.</summary>
public sealed class StepSizes : IProbe
{
    /// <inheritdoc/>
    public string Name => "step sizes";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) =>
        context.Passes.StepSizes().Select((size, index) => new Reading(Metrics.StepSize, size, Layer: index + 1));
}
