namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                NnAten.Conv1d.Call(input, weight, Arg.Maybe(bias), Sizes(stride ?? 1), Sizes(padding ?? 0), Sizes(dilation ?? 1), groups);

            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                NnAten.Conv1dPadding.Call(input, weight, Arg.Maybe(bias), Sizes(stride ?? 1), NameOf(padding), Sizes(dilation ?? 1), groups);

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                NnAten.Conv2d.Call(input, weight, Arg.Maybe(bias), strides ?? Sizes(1), padding ?? Sizes(0), dilation ?? Sizes(1), groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                NnAten.Conv2dPadding.Call(input, weight, Arg.Maybe(bias), strides ?? Sizes(1), NameOf(padding), dilation ?? Sizes(1), groups);

            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                NnAten.ConvTranspose1d.Call(
                    input, weight, Arg.Maybe(bias), Sizes(stride ?? 1), Sizes(padding ?? 0), Sizes(output_padding ?? 0), groups, Sizes(dilation ?? 1));

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                NnAten.ConvTranspose2d.Call(
                    input, weight, Arg.Maybe(bias), strides ?? Sizes(1), padding ?? Sizes(0), output_padding ?? Sizes(0), groups, dilation ?? Sizes(1));

            private static long[] Sizes(params long[] sizes) => sizes;

            private static string NameOf(Padding padding) => padding == Padding.Valid ? "valid" : "same";
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Conv1d = new("conv1d");
    internal static readonly Op Conv1dPadding = new("conv1d.padding");
    internal static readonly Op Conv2d = new("conv2d");
    internal static readonly Op ConvTranspose1d = new("conv_transpose1d");
    internal static readonly Op ConvTranspose2d = new("conv_transpose2d.input");
    internal static readonly Op Conv2dPadding = new("conv2d.padding");
}
