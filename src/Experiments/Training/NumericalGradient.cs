using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>The cost's slope along one parameter, from values of the cost alone.</summary>
/// <param name="TwoSided">(J(θ + ε) − J(θ − ε)) / 2ε.</param>
/// <param name="OneSided">(J(θ + ε) − J(θ)) / ε.</param>
/// <param name="CrossesKink">Whether there is a kink between θ − ε and θ + ε.</param>
internal readonly record struct NumericalSlope(double TwoSided, double OneSided, bool CrossesKink);

/// <summary>
/// Moves one parameter at a time, the same one in all replicas at once. A kink lies on the way exactly if some unit stands on different sides of it
/// at θ − ε, θ and θ + ε: up to the first layer in which one changes sides, everything is linear in a single parameter, so no unit can
/// leave and return unnoticed.
/// </summary>
internal sealed class NumericalGradient
{
    private readonly CheckedCost cost;
    private readonly double epsilon;
    private readonly double[] here;
    private readonly IReadOnlyList<Tensor> sidesHere;
    private readonly List<NumericalSlope>[] slopes;

    private NumericalGradient(CheckedCost cost, double epsilon)
    {
        this.cost = cost;
        this.epsilon = epsilon;
        here = cost.Values();
        sidesHere = cost.SidesOfKinks();
        slopes = [.. here.Select(_ => new List<NumericalSlope>())];
    }

    /// <summary>Every replica's slopes, parameter by parameter in the order of <see cref="Network.Trained"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<NumericalSlope>> Of(CheckedCost cost, double epsilon)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        var gradient = new NumericalGradient(cost, epsilon);
        foreach (var parameter in cost.Parameters)
        {
            gradient.Add(parameter);
        }

        return gradient.slopes;
    }

    private void Add(NetworkParameter parameter)
    {
        using var rows = parameter.Value.view(parameter.Replica is null ? here.Length : 1, -1); // (R, parameters of a replica)
        for (var column = 0L; column < rows.shape[1]; column++)
        {
            using var scope = NewDisposeScope();
            Add(rows.narrow(1, column, 1), parameter.Replica);
        }
    }

    private void Add(Tensor coordinate, int? only)
    {
        var original = coordinate.clone();
        var (above, crossedAbove) = At(original + epsilon);
        var (below, crossedBelow) = At(original - epsilon);
        coordinate.copy_(original);
        for (var replica = 0; replica < here.Length; replica++)
        {
            if (only is null || only == replica)
            {
                slopes[replica].Add(new(
                    DifferenceQuotient.TwoSided(above[replica], below[replica], epsilon),
                    DifferenceQuotient.OneSided(above[replica], here[replica], epsilon),
                    crossedAbove[replica] || crossedBelow[replica]));
            }
        }

        (double[] Costs, bool[] Crossed) At(Tensor moved)
        {
            coordinate.copy_(moved);
            return (cost.Values(), Crossed());
        }
    }

    private bool[] Crossed()
    {
        var crossed = new bool[here.Length];
        foreach (var (before, now) in sidesHere.Zip(cost.SidesOfKinks()))
        {
            var changed = before.ne(now).reshape(crossed.Length, -1).any(1L).data<bool>().ToArray();
            for (var replica = 0; replica < crossed.Length; replica++)
            {
                crossed[replica] |= changed[replica];
            }
        }

        return crossed;
    }
}
