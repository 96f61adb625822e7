using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>A layer of a model: a module that itself owns a weight of two or more dimensions, such as Linear, Conv2d or LSTM.</summary>
/// <param name="Number">Counted from 1 in the order of definition, the output layer last.</param>
/// <param name="Module">The module.</param>
/// <param name="Weights">Its parameters of two or more dimensions; penalties act on these.</param>
/// <param name="Biases">Its other parameters.</param>
public sealed record Layer(int Number, nn.Module Module, IReadOnlyList<Parameter> Weights, IReadOnlyList<Parameter> Biases)
{
    /// <summary>The layers of a module.</summary>
    public static IReadOnlyList<Layer> Of(nn.Module module)
    {
        List<Layer> layers = [];
        foreach (var part in InOrder(module).Distinct())
        {
            var own = part.named_parameters(recurse: false).Select(pair => pair.parameter).ToLookup(IsWeight);
            if (own.Contains(true))
            {
                layers.Add(new(layers.Count + 1, part, [.. own[true]], [.. own[false]]));
            }
        }

        return layers;
    }

    /// <summary>
    /// Whether a parameter is a weight: of two dimensions or more. Biases, and the scale and shift of a normalization, have one.
    /// </summary>
    public static bool IsWeight(Parameter parameter) => parameter.dim() >= 2;

    /// <summary>
    /// Whether a pass of a module may draw from libtorch's generator. Layers of torch.nn are known not to; whatever else there is might,
    /// and so might a class derived from one of them.
    /// </summary>
    internal static bool MayDraw(nn.Module module) => PartsOf(module).Any(part => part switch
    {
        Dropout dropout => dropout.p > 0,
        Residual or SequenceReader or Ensemble => false,
        Sequential or Linear or Conv1d or Conv2d or Flatten or Unflatten or Identity or Sigmoid or Tanh or ReLU or LeakyReLU or ELU or GELU
            or SiLU or Softplus or MaxPool2d or AvgPool2d or AdaptiveAvgPool2d or BatchNorm1d or BatchNorm2d or LayerNorm or Embedding =>
            part.GetType().Assembly != typeof(Linear).Assembly,
        _ => true,
    });

    // modules() of TorchSharp has the children of all children after a module's own: the output layer before nested ones.
    private static IEnumerable<nn.Module> InOrder(nn.Module module) => module.children().SelectMany(InOrder).Prepend(module);

    // Without what is known to be quiet inside another part.
    private static IEnumerable<nn.Module> PartsOf(nn.Module module)
    {
        var parts = module.modules().Prepend(module).Distinct().ToList();
        return parts.Except(parts.OfType<SequenceReader>().Select(reader => reader.Recurrent));
    }
}
