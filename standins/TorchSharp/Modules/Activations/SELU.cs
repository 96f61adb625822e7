namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    inplace ? NnAten.SELUInPlace.InPlace(x) : NnAten.SELU.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op SELU = new("selu");
        internal static readonly Op SELUInPlace = new("selu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Scaled exponential linear unit (Klambauer et al., 2017).</summary>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace)
            : base(nameof(SELU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
    }
}
