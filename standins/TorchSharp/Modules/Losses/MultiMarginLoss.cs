namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The margin by which other classes come near the target class.</summary>
    public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        public MultiMarginLoss(
            int p = 1, double margin = 1.0, Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            this.p = p;
            this.margin = margin;
        }

        public int p { get; }

        public double margin { get; }

        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }
}
