namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                NnAten.AvgPool1d.Call(input, Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding ?? 0), ceil_mode, count_include_pad);

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                NnAten.AvgPool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? Sizes(0), ceil_mode, count_include_pad, divisor_override is 0 ? null : divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                avg_pool2d(input, Twice(kernel_size), Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Both(kernel_size), Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => NnAten.AdaptiveAvgPool1d.Call(input, Sizes(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => NnAten.AdaptiveAvgPool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Both(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, Twice(output_size));
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op AvgPool1d = new("avg_pool1d");
    internal static readonly Op AvgPool2d = new("avg_pool2d");
    internal static readonly Op AdaptiveAvgPool1d = new("adaptive_avg_pool1d");
    internal static readonly Op AdaptiveAvgPool2d = new("adaptive_avg_pool2d");
}
