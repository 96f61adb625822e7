namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? NnAten.CELUInPlace.InPlace(x, alpha) : NnAten.CELU.Call(x, alpha);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op CELU = new("celu");
        internal static readonly Op CELUInPlace = new("celu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(0, x) + min(0, alpha (exp(x / alpha) - 1)).</summary>
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU(double alpha, bool inplace)
            : base(nameof(CELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        public double alpha { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.celu(tensor, alpha, inplace);
    }
}
