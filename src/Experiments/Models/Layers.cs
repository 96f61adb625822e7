using TorchSharp;
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
        foreach (var part in module.modules().Prepend(module).Distinct())
        {
            var parameters = part.named_parameters(recurse: false).Select(pair => pair.parameter).ToList();
            if (parameters.Any(IsWeight))
            {
                layers.Add(new(layers.Count + 1, part, [.. parameters.Where(IsWeight)], [.. parameters.Where(parameter => !IsWeight(parameter))]));
            }
        }

        return layers;
    }

    /// <summary>Whether a parameter is a weight: of two dimensions or more. Biases, and the scale and shift of a normalization, have one.</summary>
    public static bool IsWeight(Parameter parameter) => parameter.dim() >= 2;
}
