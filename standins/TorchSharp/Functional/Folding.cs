namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                NnAten.Unfold.Call(input, Twice(kernel_size), Twice(dilation), Twice(padding), Twice(stride));

            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                NnAten.Unfold.Call(input, Both(kernel_size), Both(dilation ?? (1, 1)), Both(padding ?? (0, 0)), Both(stride ?? (1, 1)));

            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                NnAten.Fold.Call(input, Twice(output_size), Twice(kernel_size), Twice(dilation), Twice(padding), Twice(stride));

            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                NnAten.Fold.Call(
                    input, Both(output_size), Both(kernel_size), Both(dilation ?? (1, 1)), Both(padding ?? (0, 0)), Both(stride ?? (1, 1)));

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => NnAten.PixelShuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => NnAten.PixelUnshuffle.Call(input, downscale_factor);
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Unfold = new("im2col");
    internal static readonly Op Fold = new("col2im");
    internal static readonly Op PixelShuffle = new("pixel_shuffle");
    internal static readonly Op PixelUnshuffle = new("pixel_unshuffle");
}
