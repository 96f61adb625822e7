namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Mish Mish() => new(false);

            public static Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor mish(Tensor x, bool inplace = false)
                {
                    using var soft = softplus(x);
                    using var factor = soft.tanh();
                    return inplace ? x.mul_(factor).alias() : x.mul(factor);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x tanh(softplus(x)) (Misra, 2019).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace)
            : base(nameof(Mish))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.mish(tensor, inplace);
    }
}
