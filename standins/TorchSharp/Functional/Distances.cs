namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => NnAten.CosineSimilarity.Call(x1, x2, dim, eps);

            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                NnAten.PairwiseDistance.Call(input1, input2, p, eps, keepdim);
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op CosineSimilarity = new("cosine_similarity");
    internal static readonly Op PairwiseDistance = new("pairwise_distance");
}
