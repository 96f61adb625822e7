namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => NnAten.Softmax.Call(input, dim, dtype);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Softmax = new("softmax.int");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>exp(x) over its sum along a dimension.</summary>
    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax(long dim)
            : base(nameof(Softmax))
        {
            this.dim = dim;
        }

        public long dim { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
    }
}
