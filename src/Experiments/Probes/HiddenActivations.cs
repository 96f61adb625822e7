using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>What a hidden layer makes of some images.</summary>
/// <param name="Layer">The layer's number.</param>
/// <param name="Values">Activations as the next layer receives them, image by image.</param>
/// <param name="Activation">The last activation function between the two layers; the identity if none was seen.</param>
public sealed record HiddenActivations(int Layer, Tensor Values, Activation Activation)
{
    /// <summary>The activations as single-precision numbers, image by image.</summary>
    public float[] ToArray() => Values.to(ScalarType.Float32).contiguous().data<float>().ToArray();

    /// <summary>The inputs of every layer but the first, seen by hooks during one pass in whatever mode the module is.</summary>
    /// <param name="module">The module.</param>
    /// <param name="layers">Its layers; those that take more than one tensor are not seen.</param>
    /// <param name="images">(n, pixels).</param>
    /// <returns>Hidden layers in the order of their numbers; the tensors live in the current dispose scope.</returns>
    public static IReadOnlyList<HiddenActivations> Of(nn.Module<Tensor, Tensor> module, IReadOnlyList<Layer> layers, Tensor images)
    {
        using var withoutGraph = no_grad();
        using var statistics = BatchStatistics.Of(module);
        List<HiddenActivations> found = [];
        List<Action> hooks = [];
        var last = Activation.Identity;
        try
        {
            foreach (var part in module.modules().Prepend(module).Distinct().OfType<nn.Module<Tensor, Tensor>>())
            {
                var layer = layers.FirstOrDefault(layer => ReferenceEquals(layer.Module, part));
                var activation = layer is null ? Activation.Of(part) : Activation.Identity;
                if (layer is null && (activation is null || activation == Activation.Identity)) // it leaves its input as it is
                {
                    continue;
                }

                hooks.Add(part.register_forward_hook((_, input, output) =>
                {
                    if (layer is { Number: > 1 })
                    {
                        found.Add(new(layer.Number - 1, input.detach().clone(), last)); // Sequential disposes its input: a copy stays
                    }

                    last = activation!;
                    return output;
                }).remove);
            }

            module.call(images).Dispose();
        }
        finally
        {
            hooks.ForEach(remove => remove());
        }

        return [.. found.OrderBy(layer => layer.Layer)];
    }
}
