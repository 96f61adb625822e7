using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                NnAten.KLDiv.Call(input, target, (long)reduction, log_target);

            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                NnAten.PoissonNLLLoss.Call(input, target, log_input, full, (double)eps, (long)reduction);

            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean) =>
                new Modules.GaussianNLLLoss(full, eps, reduction).call(input, target, variance);

            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                NnAten.CosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                if (input1.dim() != input2.dim() || input1.dim() != target.dim())
                {
                    throw new ExternalException("margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                        + $"input1: {Text(input1.shape)}, input2: {Text(input2.shape)}, target: {Text(target.shape)}");
                }

                return NnAten.MarginRankingLoss.Call(input1, input2, target, margin, (long)reduction);
            }

            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                NnAten.TripletMarginLoss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (one, other) => pairwise_distance(one, other);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                    far = minimum(far, distance(positive, negative));
                return Reduce((near - far + margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op KLDiv = new("kl_div");
    internal static readonly Op PoissonNLLLoss = new("poisson_nll_loss");
    internal static readonly Op CosineEmbeddingLoss = new("cosine_embedding_loss");
    internal static readonly Op MarginRankingLoss = new("margin_ranking_loss");
    internal static readonly Op TripletMarginLoss = new("triplet_margin_loss");
}
