namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GELU GELU() => new(false);

            public static GELU GELU(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor gelu(Tensor x, bool inplace) => inplace ? NnAten.GELUInPlace.InPlace(x) : NnAten.GELU.Call(x);

                public static Tensor gelu(Tensor x) => gelu(x, false);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op GELU = new("gelu");
        internal static readonly Op GELUInPlace = new("gelu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x times the normal distribution function of x (Hendrycks and Gimpel, 2016).</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU(bool inplace)
            : base(nameof(GELU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.gelu(tensor, inplace);
    }
}
