using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters, in place. All draws come from the process-wide generator, whatever generator is given.</summary>
        public static class init
        {
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1.0,
            };

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var receptiveField = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * receptiveField, shape[0] * receptiveField);
            }

            public static Tensor ones_(Tensor tensor) => Untracked(tensor, t => t.fill_(1));

            public static Tensor zeros_(Tensor tensor) => Untracked(tensor, t => t.fill_(0));

            public static Tensor constant_(Tensor tensor, Scalar val) => Untracked(tensor, t => t.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Untracked(tensor, t => t.uniform_(low, high));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Untracked(tensor, t => t.normal_(mean, std));

            // The mean multiplies and the standard deviation is added: so it is in the package.
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null) =>
                Untracked(tensor, t =>
                {
                    t.uniform_(2 * NormalCdf((a - mean) / std) - 1, 2 * NormalCdf((b - mean) / std) - 1);
                    NnAten.ErfinvInPlace.Run(t);
                    t.mul_(mean).add_(std).clamp_(a, b);
                });

            // U(-b, b), b = gain √(6 / (fanIn + fanOut)).
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = Fans(tensor);
                var bound = Math.Sqrt(3.0) * gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            // Draws uniformly: so it is in the package.
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor eye_(Tensor tensor) => InitStructured.Eye(tensor);

            public static Tensor dirac_(Tensor tensor) => InitStructured.Dirac(tensor);

            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0) => InitStructured.Orthogonal(tensor, gain);

            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01) => InitStructured.Sparse(tensor, sparsity, std);

            /// <summary>U(-1/√fanIn, 1/√fanIn), as the layers draw their biases.</summary>
            internal static void UniformByFanIn(Parameter bias, Tensor weight)
            {
                var (fanIn, _) = CalculateFanInAndFanOut(weight);
                var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                uniform_(bias, -bound, bound);
            }

            // Returns the very object that was given, parameter or not.
            internal static Tensor Untracked(Tensor tensor, Action<Tensor> change)
            {
                using var untracked = no_grad();
                change(tensor);
                return tensor;
            }

            // libtorch does the drawing, so its is the exception.
            private static (long fanIn, long fanOut) Fans(Tensor tensor)
            {
                try
                {
                    return CalculateFanInAndFanOut(tensor);
                }
                catch (ArgumentException refused)
                {
                    throw new ExternalException(refused.Message);
                }
            }

            private static double NormalCdf(double x)
            {
                using var at = torch.tensor(x);
                using var cdf = NnAten.Ndtr.Call(at);
                return cdf.item<double>();
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = Fans(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op ErfinvInPlace = new("erfinv_");
    internal static readonly Op Ndtr = new("special_ndtr");
}
