using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Training.Fused;

/// <summary>One layer of a plain perceptron.</summary>
/// <param name="Linear">The layer's parameters.</param>
/// <param name="Activation">What follows it; null for nothing.</param>
/// <param name="DropRate">The probability to drop one of its units.</param>
/// <param name="IsStandard">Whether dropout is the standard form; otherwise inverted.</param>
internal sealed record FusedLayer(Linear Linear, Activation? Activation, double DropRate, bool IsStandard)
{
    /// <summary>Units of the layer below, or pixels.</summary>
    public int FanIn => (int)Linear.in_features;

    /// <summary>Units of this layer.</summary>
    public int FanOut => (int)Linear.out_features;

    /// <summary>The factor of a unit that is kept in training.</summary>
    public float TrainingFactor => IsStandard ? 1 : 1f / (float)(1 - DropRate);

    /// <summary>The factor of every unit in testing.</summary>
    public float TestFactor => IsStandard ? (float)(1 - DropRate) : 1;
}

/// <summary>Recognizes <c>Sequential(Linear, activation, dropout, …, Linear)</c> in single precision.</summary>
internal static class SequentialPattern
{
    /// <summary>The layers of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="layers">Its layers, if it is a plain perceptron.</param>
    /// <returns>Why it is none; null if it is.</returns>
    public static string? Match(nn.Module module, out IReadOnlyList<FusedLayer> layers)
    {
        List<FusedLayer> found = [];
        layers = found;
        if (module.GetType() != typeof(Sequential))
        {
            return $"{module.GetName()} is no Sequential";
        }

        var dropped = false;
        foreach (var part in Flat(module))
        {
            switch (part)
            {
                case Linear linear:
                    if (WhyNot(linear, found) is { } reason)
                    {
                        return reason;
                    }

                    dropped = false;
                    found.Add(new(linear, null, 0, IsStandard: false));
                    break;
                case Flatten or Identity:
                    break; // images are flat already
                case not null when Activation.Of(part) is { } activation && found is [.., { Activation: null }] && !dropped:
                    found[^1] = found[^1] with { Activation = activation };
                    break;
                case Dropout { p: >= 0 and < 1 } or StandardDropout when found.Count > 0 && !dropped:
                    var rate = part is Dropout inverted ? inverted.p : ((StandardDropout)part).DropRate;
                    found[^1] = found[^1] with { DropRate = rate, IsStandard = part is StandardDropout };
                    dropped = true;
                    break;
                default:
                    return $"it does not know {part!.GetName()}{(found.Count == 0 ? " before the first Linear" : "")}";
            }
        }

        return found.Count == 0 ? "there is no Linear"
            : found[^1] is { Activation: not null } or { DropRate: > 0 } ? "the last layer has an activation or dropout"
            : null;
    }

    private static string? WhyNot(Linear linear, List<FusedLayer> before) =>
        linear.bias is null ? "a Linear has no bias"
        : linear.weight!.dtype != ScalarType.Float32 ? "parameters are not in single precision"
        : !linear.weight.requires_grad || !linear.bias.requires_grad ? "some parameters are frozen"
        : before.Any(layer => ReferenceEquals(layer.Linear, linear)) ? "a Linear is used twice"
        : before.Count > 0 && before[^1].Linear.out_features != linear.in_features ? "layers do not fit together"
        : null;

    private static IEnumerable<nn.Module> Flat(nn.Module module) =>
        module.GetType() == typeof(Sequential) ? module.children().SelectMany(Flat) : [module];
}
