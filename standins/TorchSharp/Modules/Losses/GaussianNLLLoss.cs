namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(full, eps, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The negative log-likelihood of a normal distribution whose variance is predicted too.</summary>
    public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        public GaussianNLLLoss(bool full = false, float eps = 1e-8f, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.full = full;
            this.eps = eps;
        }

        public bool full { get; }

        public float eps { get; }

        public override Tensor forward(Tensor input, Tensor target, Tensor variance)
        {
            using var scope = torch.NewDisposeScope();
            input = input.view(input.shape[0], -1);
            target = target.view(target.shape[0], -1);
            variance = variance.view(target.shape[0], -1);
            if (variance.shape[1] != input.shape[1] && variance.shape[1] != 1)
                throw new ArgumentException("variance has the wrong shape");
            if ((variance < 0).any().item<bool>())
                throw new ArgumentException("variance has negative entry/entries");
            using (torch.no_grad())
                variance = variance.clamp_min(eps);

            var loss = 0.5 * (variance.log() + (input - target).pow(2) / variance).view(input.shape[0], -1).sum(1L);
            if (full)
                loss += 0.5 * input.shape[1] * MathF.Log(2 * MathF.PI);
            loss = reduction switch
            {
                torch.nn.Reduction.Mean => loss.mean(),
                torch.nn.Reduction.Sum => loss.sum(),
                _ => loss,
            };
            return loss.MoveToOuterDisposeScope();
        }
    }
}
