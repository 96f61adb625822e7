using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// A rule for initial values: normal, around 0, with a standard deviation that may depend on the layer's fan-in and fan-out.
/// </summary>
/// <param name="Name">The rule's name as it stands in settings and labels.</param>
/// <param name="Deviation">Standard deviation from (fan-in, fan-out).</param>
public sealed record Initializer(string Name, Func<int, int, double> Deviation) : IStableText
{
    /// <summary>All values 0.</summary>
    public static Initializer Zeros { get; } = new("zeros", (_, _) => 0);

    /// <summary>N(0, 1), whatever the layer's size.</summary>
    public static Initializer StandardNormal { get; } = Normal(1);

    /// <summary>
    /// Variance 1 / fan-in (LeCun et al. 1998, "Efficient BackProp"): keeps the scale of a linear or tanh layer's signal.
    /// </summary>
    public static Initializer LeCunNormal { get; } = new("LeCun", (fanIn, _) => Math.Sqrt(1.0 / fanIn));

    /// <summary>
    /// Variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010): a compromise between the signal's and the gradient's scale.
    /// </summary>
    public static Initializer GlorotNormal { get; } = new("Glorot", (fanIn, fanOut) => Math.Sqrt(2.0 / (fanIn + fanOut)));

    /// <summary>Variance 2 / fan-in (He et al. 2015): keeps the scale of a ReLU layer's signal.</summary>
    public static Initializer HeNormal { get; } = new("He", (fanIn, _) => Math.Sqrt(2.0 / fanIn));

    /// <summary>N(0, deviation²), whatever the layer's size.</summary>
    public static Initializer Normal(double deviation) => new(FormattableString.Invariant($"N(0, {deviation}²)"), (_, _) => deviation);

    /// <summary>A factor of the variance: one more hyperparameter, 1 for the rule as it is.</summary>
    /// <exception cref="ArgumentException">It is negative or no finite number.</exception>
    public double Gain
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentException(
            FormattableString.Invariant($"A gain is a factor of the variance, so 0 or more, but got {value}."));
    } = 1;

    /// <inheritdoc/>
    public override string ToString() => Gain == 1 ? Name : FormattableString.Invariant($"{Name} with gain {Gain}");

    /// <summary>Fills a tensor by the rule, from libtorch's generator: when a model is built, that is the seed's.</summary>
    /// <param name="values">The tensor to fill.</param>
    /// <param name="fanIn">Number of inputs of each unit.</param>
    /// <param name="fanOut">Number of units that each input goes to.</param>
    /// <returns>The tensor itself.</returns>
    public Tensor Fill(Tensor values, int fanIn, int fanOut)
    {
        using var withoutGraph = no_grad();
        return values.normal_(0, 1).mul_(Deviation(fanIn, fanOut) * Math.Sqrt(Gain));
    }
}

/// <summary>Initial values for layers of <c>torch.nn</c>.</summary>
public static class LayerInitialization
{
    /// <summary>Gives a layer's weight and bias other initial values than the default ones of <c>torch.nn</c>.</summary>
    /// <param name="layer">
    /// A layer with a parameter <c>weight</c>, (units, inputs) or (channels, inputs, …), and perhaps <c>bias</c>, such as Linear or Conv2d.
    /// </param>
    /// <param name="weights">The rule for the weights; fan-in and fan-out are those of the weights' shape.</param>
    /// <param name="biases">The rule for the biases, with the same fan-in and fan-out; zeros if not given.</param>
    /// <returns>The layer itself.</returns>
    /// <exception cref="ArgumentException">The layer has no weight of at least two dimensions.</exception>
    public static TLayer Start<TLayer>(this TLayer layer, Initializer weights, Initializer? biases = null)
        where TLayer : nn.Module
    {
        var parameters = layer.named_parameters(recurse: false).ToDictionary(pair => pair.name, pair => pair.parameter);
        if (!parameters.TryGetValue("weight", out var weight) || weight.dim() < 2)
        {
            throw new ArgumentException(
                $"{layer.GetName()} has no weight of at least two dimensions to give initial values to.", nameof(layer));
        }

        var field = weight.numel() / (weight.shape[0] * weight.shape[1]);
        var (fanIn, fanOut) = ((int)(weight.shape[1] * field), (int)(weight.shape[0] * field));
        weights.Fill(weight, fanIn, fanOut);
        if (parameters.TryGetValue("bias", out var bias))
        {
            (biases ?? Initializer.Zeros).Fill(bias, fanIn, fanOut);
        }

        return layer;
    }
}
