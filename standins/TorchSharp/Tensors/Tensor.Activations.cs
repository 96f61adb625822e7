namespace TorchSharp;

internal static partial class NnAten
{
    internal static readonly Op ELUInPlace = new("elu_");
}

// The activations as members of the tensor. Two do not what their names say, as in the package: elu_(double) leaves the tensor as it is and
// returns another, and hardtanh returns the tensor itself, unchanged.
public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu6() => NnAten.ReLU6.Call(this);

        public Tensor relu6_() => InPlace(NnAten.ReLU6InPlace);

        public Tensor rrelu(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => NnAten.RReLU.Call(this, lower, upper);

        public Tensor rrelu_(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0)
        {
            NnAten.RReLUInPlace.Run(this, lower, upper);
            return this;
        }

        public Tensor celu() => celu(1.0);

        public Tensor celu_() => celu_(1.0);

        public Tensor celu(Scalar alpha) => NnAten.CELU.Call(this, alpha);

        public Tensor celu_(Scalar alpha)
        {
            NnAten.CELUInPlace.Run(this, alpha);
            return this;
        }

        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);

        public Tensor elu_(double alpha = 1) => elu(alpha, 1.0, 1.0);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => NnAten.ELU.Call(this, alpha, scale, input_scale);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale)
        {
            NnAten.ELUInPlace.Run(this, alpha, scale, input_scale);
            return this;
        }

        public Tensor gelu() => NnAten.GELU.Call(this);

        public Tensor gelu_() => NnAten.GELUInPlace.InPlace(this);

        public Tensor glu(long dim = -1) => NnAten.GLU.Call(this, dim);

        public Tensor hardsigmoid() => NnAten.Hardsigmoid.Call(this);

        public Tensor hardsigmoid_() => InPlace(NnAten.HardsigmoidInPlace);

        public Tensor hardswish() => NnAten.Hardswish.Call(this);

        public Tensor hardswish_() => InPlace(NnAten.HardswishInPlace);

        public Tensor hardtanh(Scalar min, Scalar max) => this;

        public Tensor hardtanh_(Scalar min, Scalar max)
        {
            NnAten.HardtanhInPlace.Run(this, min, max);
            return this;
        }

        public Tensor leaky_relu(Scalar negative_slope) => NnAten.LeakyReLU.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope)
        {
            NnAten.LeakyReLUInPlace.Run(this, negative_slope);
            return this;
        }

        public Tensor log_sigmoid() => NnAten.LogSigmoid.Call(this);

        public Tensor prelu(Tensor target) => NnAten.PReLU.Call(this, target);

        public Tensor selu() => NnAten.SELU.Call(this);

        public Tensor selu_() => InPlace(NnAten.SELUInPlace);

        public Tensor silu() => NnAten.SiLU.Call(this);

        public Tensor silu_() => InPlace(NnAten.SiLUInPlace);

        public Tensor softplus(double beta = 1, double threshold = 20) => NnAten.Softplus.Call(this, beta, threshold);

        public Tensor threshold(Scalar threshold, Scalar value) => NnAten.Threshold.Call(this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value)
        {
            NnAten.ThresholdInPlace.Run(this, threshold, value);
            return this;
        }
    }
}
