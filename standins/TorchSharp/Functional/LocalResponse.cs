namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Divides by (k + α · the mean square of <paramref name="size"/> neighbouring channels)^β.</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                if (input.Dimensions < 3)
                    throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.Dimensions}");
                // Channels become the rows of an image whose columns are all the rest, so that a window runs over channels alone.
                var shape = input.shape;
                using var squares = input.mul(input);
                using var rows = squares.view(shape[0], 1, shape[1], -1);
                using var padded = pad(rows, [0, 0, size / 2, (size - 1) / 2]);
                using var means = avg_pool2d(padded, [size, 1], [1, 1]);
                using var scaled = means.mul(alpha);
                using var shifted = scaled.add(k);
                using var power = shifted.pow(beta);
                using var divisor = power.view(shape);
                return input.div(divisor);
            }

            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                return Root(avg_pool1d(powers, kernel_size, stride, ceil_mode: ceil_mode), kernel_size, norm_type);
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                return Root(avg_pool2d(powers, kernel_size, stride, ceil_mode: ceil_mode), kernel_size[0] * kernel_size[^1], norm_type);
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, Twice(kernel_size), Twice(stride), ceil_mode);

            // Of the sums; a negative sum has no root.
            private static Tensor Root(Tensor means, long count, double degree)
            {
                using (means)
                {
                    using var sums = means.mul(count);
                    return sums.pow(1 / degree);
                }
            }
        }
    }
}
