namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

            public static partial class functional
            {
                public static Tensor rrelu(Tensor x, double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) =>
                    inplace ? NnAten.RReLUInPlace.InPlace(x, lower, upper) : NnAten.RReLU.Call(x, lower, upper);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op RReLU = new("rrelu");
        internal static readonly Op RReLUInPlace = new("rrelu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A leaky unit with its mean slope: as in the package, not randomized.</summary>
    public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal RReLU(double lower, double upper, bool inplace)
            : base(nameof(RReLU))
        {
            this.lower = lower;
            this.upper = upper;
            this.inplace = inplace;
        }

        public double lower { get; set; }

        public double upper { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.rrelu(tensor, lower, upper, inplace);
    }
}
