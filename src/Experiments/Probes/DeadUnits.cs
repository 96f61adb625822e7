namespace Experiments.Probes;

/// <summary>
/// How many units of each hidden layer are dead: saturated for every one of the images, as a ReLU that is never above 0, so that they learn
/// nothing. Before training and after every epoch.
/// </summary>
public sealed class DeadUnits : IProbe
{
    /// <inheritdoc/>
    public string Name => "dead units";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) =>
        from layer in HiddenActivations.Of(context.Module, context.Layers, context.Inputs)
        let units = (int)(layer.Values.numel() / layer.Values.shape[0])
        let alive = layer.ToArray().Index().Where(value => !layer.Activation.IsSaturated(value.Item))
            .Select(value => value.Index % units).Distinct().Count()
        select new Reading(Metrics.DeadUnits, 1 - ((double)alive / units), Layer: layer.Layer);
}
