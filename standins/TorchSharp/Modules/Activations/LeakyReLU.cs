namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(inplace, negative_slope);

            public static partial class functional
            {
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    inplace ? NnAten.LeakyReLUInPlace.InPlace(input, negative_slope) : NnAten.LeakyReLU.Call(input, negative_slope);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op LeakyReLU = new("leaky_relu");
        internal static readonly Op LeakyReLUInPlace = new("leaky_relu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x, or a fraction of it below zero.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(bool inplace, double negative_slope)
            : base(nameof(LeakyReLU))
        {
            this.inplace = inplace;
            this.negative_slope = negative_slope;
        }

        public bool inplace { get; set; }

        public double negative_slope { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }
}
