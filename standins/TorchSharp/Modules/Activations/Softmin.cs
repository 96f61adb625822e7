namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                public static Tensor softmin(Tensor x, long dim)
                {
                    using var negative = -x;
                    return softmax(negative, dim);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Softmax of -x.</summary>
    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin(long dim)
            : base(nameof(Softmin))
        {
            this.dim = dim;
        }

        public long dim { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.softmin(tensor, dim);
    }
}
