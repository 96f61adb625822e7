using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>What the optimizers of torch.optim divide the learning rate by, from what they would write to a checkpoint.</summary>
internal static class StepSizes
{
    /// <summary>For each number of a parameter, or one for all; null for an optimizer of a recipe's author.</summary>
    public static Tensor? Divisor(Optimizer optimizer, OptimizerState state)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        state.SaveStateDict(writer);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        if (optimizer is Sgd)
        {
            return ones(1);
        }

        var step = reader.ReadInt64();
        return optimizer switch
        {
            Adam adam => OfMoments(adam),
            AdamW adam => OfMoments(adam),
            RmsProp rule => Tensor.Load(reader).sqrt() + rule.Epsilon,
            Adagrad rule => Tensor.Load(reader).sqrt() + rule.Epsilon,
            _ => null,
        };

        Tensor OfMoments(OptimizerWithMoments rule)
        {
            Tensor.Load(reader).Dispose(); // the mean of gradients
            var root = Tensor.Load(reader).sqrt() / Math.Sqrt(1 - Math.Pow(rule.Beta2, step));
            return (root + rule.Epsilon) * (1 - Math.Pow(rule.Beta1, step));
        }
    }
}
