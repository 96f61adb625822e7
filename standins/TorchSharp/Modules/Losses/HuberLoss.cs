namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                new(delta, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Quadratic below delta, linear above.</summary>
    public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
    {
        public HuberLoss(double delta = 1.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.delta = delta;
        }

        public double delta { get; }

        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.huber_loss(input, target, delta, reduction);
    }
}
