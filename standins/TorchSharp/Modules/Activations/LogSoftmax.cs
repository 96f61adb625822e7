namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static LogSoftmax LogSoftmax(long dim) => new(dim);

            public static partial class functional
            {
                public static Tensor log_softmax(Tensor x, long dim) => NnAten.LogSoftmax.Call(x, dim, Arg.None);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op LogSoftmax = new("log_softmax.int");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The logarithm of the softmax along a dimension.</summary>
    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax(long dim)
            : base(nameof(LogSoftmax))
        {
            this.dim = dim;
        }

        public long dim { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.log_softmax(tensor, dim);
    }
}
