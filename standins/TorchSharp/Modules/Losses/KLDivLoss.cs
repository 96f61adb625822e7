namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) =>
                new(log_target, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The Kullback-Leibler divergence from log-probabilities.</summary>
    public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
    {
        public KLDivLoss(bool log_target = true, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.log_target = log_target;
        }

        public bool log_target { get; }

        public override Tensor forward(Tensor input, Tensor target) =>
            torch.nn.functional.kl_div(input, target, log_target, reduction);
    }
}
