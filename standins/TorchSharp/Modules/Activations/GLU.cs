namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                public static Tensor glu(Tensor input, long dim = -1) => NnAten.GLU.Call(input, dim);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op GLU = new("glu");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The first half times the sigmoid of the second half.</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim)
            : base(nameof(GLU))
        {
            this.dim = dim;
        }

        public long dim { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.glu(tensor, dim);
    }
}
