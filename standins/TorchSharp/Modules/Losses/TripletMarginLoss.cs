namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Draws the positive nearer to the anchor than the negative.</summary>
    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly bool _swap;

        public TripletMarginLoss(
            double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.margin = margin;
            this.p = p;
            _eps = eps;
            _swap = swap;
        }

        public double margin { get; }

        public long p { get; }

        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            torch.nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
    }
}
