using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A sequence, an image or a volume in another size, given in numbers or by factors.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (mode is InterpolationMode.Nearest or InterpolationMode.Area && align_corners is not null)
                    throw new ExternalException("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
                if (antialias && !(x.dim() == 4 && mode is InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                    throw new ExternalException("Anti-alias option is only supported for bilinear and bicubic modes");
                var to = SizeAfter(x, size, scale_factor);
                var factors = scale_factor is null || recompute_scale_factor ? new double?[x.dim() - 2] : [.. scale_factor.Select(factor => (double?)factor)];
                var aligned = align_corners ?? false;
                return (mode, x.dim(), antialias) switch
                {
                    (InterpolationMode.Nearest, 3, _) => NnAten.Nearest1d.Call(x, to, factors[0]),
                    (InterpolationMode.Nearest, 4, _) => NnAten.Nearest2d.Call(x, to, factors[0], factors[1]),
                    (InterpolationMode.Nearest, 5, _) => NnAten.Nearest3d.Call(x, to, factors[0], factors[1], factors[2]),
                    (InterpolationMode.NearestExact, 3, _) => NnAten.NearestExact1d.Call(x, to, factors[0]),
                    (InterpolationMode.NearestExact, 4, _) => NnAten.NearestExact2d.Call(x, to, factors[0], factors[1]),
                    (InterpolationMode.NearestExact, 5, _) => NnAten.NearestExact3d.Call(x, to, factors[0], factors[1], factors[2]),
                    (InterpolationMode.Area, 3, _) => adaptive_avg_pool1d(x, to[0]),
                    (InterpolationMode.Area, 4, _) => adaptive_avg_pool2d(x, to),
                    (InterpolationMode.Area, 5, _) => adaptive_avg_pool3d(x, to),
                    (InterpolationMode.Linear, 3, _) => NnAten.Linear1d.Call(x, to, aligned, factors[0]),
                    (InterpolationMode.Bilinear, 4, true) => NnAten.Bilinear2dSmooth.Call(x, to, aligned, factors[0], factors[1]),
                    (InterpolationMode.Bilinear, 4, false) => NnAten.Bilinear2d.Call(x, to, aligned, factors[0], factors[1]),
                    (InterpolationMode.Bicubic, 4, true) => NnAten.Bicubic2dSmooth.Call(x, to, aligned, factors[0], factors[1]),
                    (InterpolationMode.Bicubic, 4, false) => NnAten.Bicubic2d.Call(x, to, aligned, factors[0], factors[1]),
                    (InterpolationMode.Trilinear, 5, _) => NnAten.Trilinear3d.Call(x, to, aligned, factors[0], factors[1], factors[2]),
                    (InterpolationMode.Linear, 4 or 5, _) => throw Needs(3),
                    (InterpolationMode.Bilinear, 3 or 5, _) => throw Needs(4),
                    (InterpolationMode.Trilinear, 3 or 4, _) => throw Needs(5),
                    _ => throw new ExternalException(
                        $"Input Error: Only 3D, 4D and 5D input Tensors supported (got {x.dim()}D) for the modes: nearest | linear | bilinear | bicubic | trilinear (got k{mode})"),
                };

                Exception Needs(int dimensions) =>
                    new ExternalException($"Got {x.dim()}D input, but {mode.ToString().ToLowerInvariant()} mode needs {dimensions}D input");
            }

            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            // Always an error: this mode takes no such corners, and the package sets them.
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Nearest, align_corners);

            private static long[] SizeAfter(Tensor x, long[]? size, double[]? factors)
            {
                if (size is null or [] && factors is null or [])
                    throw new ExternalException("either size or scale_factor should be defined");
                if (size is not null and not [])
                    return factors is null or [] ? size : throw new ExternalException("only one of size or scale_factor should be defined");
                if (factors!.Length != x.dim() - 2)
                {
                    throw new ExternalException(
                        $"scale_factor shape must match input shape. Input is {x.dim() - 2}D, scale_factor size is [{string.Join(", ", factors)}]");
                }

                return [.. factors.Select((factor, dimension) => (long)Math.Floor(x.shape[dimension + 2] * factor))];
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Nearest1d = new("upsample_nearest1d");
    internal static readonly Op Nearest2d = new("upsample_nearest2d");
    internal static readonly Op Nearest3d = new("upsample_nearest3d");
    internal static readonly Op NearestExact1d = new("_upsample_nearest_exact1d");
    internal static readonly Op NearestExact2d = new("_upsample_nearest_exact2d");
    internal static readonly Op NearestExact3d = new("_upsample_nearest_exact3d");
    internal static readonly Op Linear1d = new("upsample_linear1d");
    internal static readonly Op Bilinear2d = new("upsample_bilinear2d");
    internal static readonly Op Bilinear2dSmooth = new("_upsample_bilinear2d_aa");
    internal static readonly Op Bicubic2d = new("upsample_bicubic2d");
    internal static readonly Op Bicubic2dSmooth = new("_upsample_bicubic2d_aa");
    internal static readonly Op Trilinear3d = new("upsample_trilinear3d");
}
