namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>input where the target is 1, max(0, margin - input) where it is -1.</summary>
    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        public HingeEmbeddingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.margin = margin;
        }

        public double margin { get; }

        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }
}
