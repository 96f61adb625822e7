namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static SiLU SiLU() => new(false);

            public static SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    inplace ? NnAten.SiLUInPlace.InPlace(x) : NnAten.SiLU.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op SiLU = new("silu");
        internal static readonly Op SiLUInPlace = new("silu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x times its sigmoid.</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace)
            : base(nameof(SiLU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override string GetName() => nameof(SiLU);

        public override Tensor forward(Tensor tensor) => torch.nn.functional.silu(tensor, inplace);
    }
}
