using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>A rule for initial values: drawn around 0, normally or uniformly, with a standard deviation that may depend on the layer's fan-in and fan-out.</summary>
/// <param name="Name">The rule's name as it stands in settings and labels.</param>
/// <param name="Deviation">Standard deviation from (fan-in, fan-out).</param>
public sealed record Init(string Name, Func<int, int, double> Deviation)
{
    private readonly double gain = 1;

    /// <summary>All values 0.</summary>
    public static Init Zeros { get; } = new("zeros", (_, _) => 0);

    /// <summary>N(0, 1), whatever the layer's size.</summary>
    public static Init StandardNormal { get; } = Normal(1);

    /// <summary>Variance 1 / fan-in (LeCun et al. 1998, "Efficient BackProp"): keeps the scale of a linear or tanh layer's signal.</summary>
    public static Init LeCunNormal { get; } = new("LeCun", (fanIn, _) => Math.Sqrt(1.0 / fanIn));

    /// <summary>Variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010): a compromise between the signal's and the gradient's scale.</summary>
    public static Init GlorotNormal { get; } = new("Glorot", (fanIn, fanOut) => Math.Sqrt(2.0 / (fanIn + fanOut)));

    /// <summary>Variance 2 / fan-in (He et al. 2015): keeps the scale of a ReLU layer's signal.</summary>
    public static Init HeNormal { get; } = new("He", (fanIn, _) => Math.Sqrt(2.0 / fanIn));

    /// <summary>Uniform on ±1/√fan-in, what PyTorch gives weights and biases of a dense layer by default: variance 1 / (3 fan-in).</summary>
    public static Init FanInUniform { get; } = new("uniform on ±1/√n_in", (fanIn, _) => Math.Sqrt(1.0 / (3.0 * fanIn))) { IsUniform = true };

    /// <summary>N(0, deviation²), whatever the layer's size.</summary>
    public static Init Normal(double deviation) => new(FormattableString.Invariant($"N(0, {deviation}²)"), (_, _) => deviation);

    /// <summary>Whether values are uniform on ±√3 times the deviation; otherwise normal.</summary>
    public bool IsUniform { get; init; }

    /// <summary>A factor of the variance: one more hyperparameter, 1 for the rule as it is.</summary>
    /// <exception cref="ArgumentException">It is negative or no finite number.</exception>
    public double Gain
    {
        get => gain;
        init => gain = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"A gain is a factor of the variance, so 0 or more, but got {value}."));
    }

    /// <inheritdoc/>
    public override string ToString() => Gain == 1 ? Name : FormattableString.Invariant($"{Name} with gain {Gain}");

    /// <summary>Fills every replica's slice of a tensor from that replica's own seed.</summary>
    /// <param name="values">The tensor to fill, its leading axis the replicas.</param>
    /// <param name="seeds">The replicas' seeds, one per index of the leading axis.</param>
    /// <param name="purpose">The stream to draw from, such as <c>weights of layer 1</c>.</param>
    /// <param name="fanIn">Number of inputs of the layer.</param>
    /// <param name="fanOut">Number of outputs of the layer.</param>
    internal void Fill(Tensor values, IReadOnlyList<SeedStreams> seeds, string purpose, int fanIn, int fanOut)
    {
        var deviation = Deviation(fanIn, fanOut) * Math.Sqrt(Gain);
        for (var replica = 0; replica < seeds.Count; replica++)
        {
            using var generator = seeds[replica].Generator(purpose);
            using var slice = values[replica];
            if (IsUniform)
            {
                slice.uniform_(-1, 1, generator).mul_(Math.Sqrt(3) * deviation);
            }
            else
            {
                slice.normal_(0, 1, generator).mul_(deviation);
            }
        }
    }
}
