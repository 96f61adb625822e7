using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>How well a model does on some images.</summary>
/// <param name="Loss">Mean cost per image, without penalties.</param>
/// <param name="Accuracy">Fraction of images whose greatest logit is the right class's, 0 to 1.</param>
public readonly record struct Evaluation(double Loss, double Accuracy)
{
    /// <summary>Measures it. The cost is computed from the logits in double precision.</summary>
    public static Evaluation Of(IPasses passes, ProbeSplit split, Func<Tensor, Tensor, Tensor> loss)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        var logits = passes.Logits(split.Images);
        using var section = NativeSection.Enter();
        var targets = split.Targets.is_floating_point() ? split.Targets.to(ScalarType.Float64) : split.Targets;
        return new(
            loss(logits.to(ScalarType.Float64), targets).item<double>(),
            (double)logits.argmax(1).eq(split.Classes).sum().item<long>() / split.Images.shape[0]);
    }
}

/// <summary>Loss and accuracy of every split.</summary>
/// <param name="every">Epochs between two measurements; the last is always measured. 0: never.</param>
public sealed class EvaluationProbe(int every) : IProbe
{
    /// <inheritdoc/>
    public string Name => "evaluation";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (every == 0 || (context.Epoch % every != 0 && !context.IsLast))
        {
            yield break;
        }

        foreach (var split in context.Splits)
        {
            var found = Evaluation.Of(context.Passes, split, context.Loss);
            yield return new(Metrics.Loss, found.Loss, split.Name, IsVital: true);
            yield return new(Metrics.Accuracy, found.Accuracy, split.Name);
        }
    }
}
