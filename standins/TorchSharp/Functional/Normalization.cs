namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5) =>
                NnAten.BatchNorm.Call(
                    input, Arg.Maybe(weight), Arg.Maybe(bias), Arg.Maybe(running_mean), Arg.Maybe(running_var), training, momentum, eps, false);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                NnAten.LayerNorm.Call(input, normalized_shape, Arg.Maybe(weight), Arg.Maybe(bias), eps, false);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                NnAten.GroupNorm.Call(input, num_groups, Arg.Maybe(weight), Arg.Maybe(bias), eps, false);

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                NnAten.InstanceNorm.Call(
                    input, Arg.Maybe(weight), Arg.Maybe(bias), Arg.Maybe(running_mean), Arg.Maybe(running_var), use_input_stats, momentum, eps, false);

            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = NnAten.NormAlong.Call(input, (Scalar)p, Sizes(dim), true);
                using var denominator = norm.clamp_min(eps);
                return input / denominator;
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op BatchNorm = new("batch_norm");
    internal static readonly Op LayerNorm = new("layer_norm");
    internal static readonly Op GroupNorm = new("group_norm");
    internal static readonly Op InstanceNorm = new("instance_norm");
    internal static readonly Op NormAlong = new("norm.ScalarOpt_dim");
}
