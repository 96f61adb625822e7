namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                // Never in place: so it is in the package.
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) => NnAten.ELU.Call(x, alpha);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op ELU = new("elu");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x, or alpha (exp(x) - 1) below zero (Clevert et al., 2015).</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace)
            : base(nameof(ELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        public double alpha { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
    }
}
