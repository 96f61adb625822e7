namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor relu(Tensor x, bool inplace = false) =>
                    inplace ? NnAten.ReLUInPlace.InPlace(x) : NnAten.ReLU.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op ReLU = new("relu");
        internal static readonly Op ReLUInPlace = new("relu_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(0, x).</summary>
    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU(bool inplace)
            : base(nameof(ReLU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.relu(tensor, inplace);
    }
}
