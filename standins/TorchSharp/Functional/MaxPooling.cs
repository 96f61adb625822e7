namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool1d.Call(input, Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding ?? 0), Sizes(dilation ?? 1), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool1dWithIndices.Call2(input, Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding ?? 0), Sizes(dilation ?? 1), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? Sizes(0, 0), dilation ?? Sizes(1, 1), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Twice(kernel_size), Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                bool ceil_mode = false) =>
                max_pool2d(input, Both(kernel_size), Both(stride), Both(padding), Both(dilation), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool2dWithIndices.Call2(input, kernel_size, strides ?? kernel_size, padding ?? Sizes(0, 0), dilation ?? Sizes(1, 1), ceil_mode);

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (values, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                NnAten.AdaptiveMaxPool1d.Call2(input, Sizes(output_size));

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                NnAten.AdaptiveMaxPool2d.Call2(input, output_size);

            internal static long[] Twice(long size) => [size, size];

            internal static long[]? Twice(long? size) => size is { } known ? Twice(known) : null;

            internal static long[] Both((long, long) sizes) => [sizes.Item1, sizes.Item2];

            internal static long[]? Both((long, long)? sizes) => sizes is { } known ? Both(known) : null;
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op MaxPool1d = new("max_pool1d");
    internal static readonly Op MaxPool1dWithIndices = new("max_pool1d_with_indices");
    internal static readonly Op MaxPool2d = new("max_pool2d");
    internal static readonly Op MaxPool2dWithIndices = new("max_pool2d_with_indices");
    internal static readonly Op AdaptiveMaxPool1d = new("adaptive_max_pool1d");
    internal static readonly Op AdaptiveMaxPool2d = new("adaptive_max_pool2d");
}
