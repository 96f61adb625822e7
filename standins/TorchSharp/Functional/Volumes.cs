namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                NnAten.Conv3d.Call(input, weight, Arg.Maybe(bias), strides ?? Sizes(1), padding ?? Sizes(0), dilation ?? Sizes(1), groups);

            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                NnAten.Conv3dPadding.Call(input, weight, Arg.Maybe(bias), strides ?? Sizes(1), NameOf(padding), dilation ?? Sizes(1), groups);

            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                NnAten.ConvTranspose3d.Call(
                    input, weight, Arg.Maybe(bias), strides ?? Thrice(1), padding ?? Thrice(0), output_padding ?? Thrice(0), groups, dilation ?? Thrice(1));

            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool3d.Call(input, kernel_size, strides ?? kernel_size, padding ?? Alike(kernel_size, 0), dilation ?? Alike(kernel_size, 1), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                NnAten.MaxPool3dWithIndices.Call2(
                    input, kernel_size, strides ?? kernel_size, padding ?? Alike(kernel_size, 0), dilation ?? Alike(kernel_size, 1), ceil_mode);

            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                NnAten.AvgPool3d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? Sizes(0), ceil_mode, count_include_pad, divisor_override is 0 ? null : divisor_override);

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => NnAten.AdaptiveAvgPool3d.Call(input, output_size);

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => adaptive_avg_pool3d(input, All(output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, Thrice(output_size));

            internal static long[] Thrice(long size) => [size, size, size];

            internal static long[]? Thrice(long? size) => size is { } known ? Thrice(known) : null;

            internal static long[] All((long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];

            internal static long[]? All((long, long, long)? sizes) => sizes is { } known ? All(known) : null;

            private static long[] Alike(long[] sizes, long value) => [.. sizes.Select(_ => value)];
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Conv3d = new("conv3d");
    internal static readonly Op Conv3dPadding = new("conv3d.padding");
    internal static readonly Op ConvTranspose3d = new("conv_transpose3d.input");
    internal static readonly Op MaxPool3d = new("max_pool3d");
    internal static readonly Op MaxPool3dWithIndices = new("max_pool3d_with_indices");
    internal static readonly Op AvgPool3d = new("avg_pool3d");
    internal static readonly Op AdaptiveAvgPool3d = new("adaptive_avg_pool3d");
}
