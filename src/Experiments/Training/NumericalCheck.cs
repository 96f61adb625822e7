using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Is the gradient right? Compares the gradient that the engine trains with, and autograd's, with difference quotients of the cost itself, in
/// double precision, on random inputs and classes (A. Ng, Deep Learning, course 2, week 1: a relative error below 1e-7 is right).
/// </summary>
/// <param name="Architecture">The network: a few units a layer, for every parameter takes two passes of its own.</param>
/// <param name="Loss">The cost of an image.</param>
/// <param name="Penalty">What is added to the cost.</param>
/// <param name="Inputs">Pixels of an image.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record NumericalCheck(Architecture Architecture, Loss Loss, Penalty Penalty, int Inputs, int Classes)
{
    /// <summary>Images in the batch whose mean cost is differentiated.</summary>
    public int Images { get; init; } = 6;

    /// <summary>Checks the gradient with respect to every parameter, for a random network and random images of every seed.</summary>
    /// <param name="seeds">The seeds; they run side by side as they do in training, so a replica that leaks into another shows as an error.</param>
    /// <param name="epsilon">ε, how far a parameter is moved; around 1e-5 the two-sided quotient is at its best.</param>
    /// <returns>What was found, seed by seed.</returns>
    public IReadOnlyList<GradientErrors> Of(IReadOnlyList<int> seeds, double epsilon)
    {
        using var scope = NewDisposeScope();
        SeedStreams[] streams = [.. seeds.Select(seed => new SeedStreams(seed))];
        using var network = (Architecture with { Precision = ScalarType.Float64 }).Build(streams);
        network.train();
        network.HoldMasks();
        var cost = new CheckedCost(network, RandomImages(streams), RandomTargets(streams), Loss, Penalty);
        var byHand = cost.GradientByHand();
        var byAutograd = cost.GradientByAutograd();
        var numerical = NumericalGradient.Of(cost, epsilon);
        return [.. numerical.Select((coordinates, replica) => GradientErrors.Of(coordinates, byHand[replica], byAutograd[replica]))];
    }

    private Tensor RandomImages(SeedStreams[] seeds) => stack([.. seeds.Select(seed =>
    {
        using var generator = seed.Generator("images to check gradients on");
        return zeros([Images, Inputs], ScalarType.Float64).normal_(0, 1, generator);
    })]);

    private Tensor RandomTargets(SeedStreams[] seeds) => stack([.. seeds.Select(seed =>
    {
        using var generator = seed.Generator("classes to check gradients on");
        var classes = randint(0, Classes, [Images], ScalarType.Int64, generator: generator);
        return eye(Classes, dtype: ScalarType.Float64).index_select(0, classes);
    })]);
}
