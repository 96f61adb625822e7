namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor relu6(Tensor x, bool inplace = false) =>
                    inplace ? NnAten.ReLU6InPlace.InPlace(x) : NnAten.ReLU6.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op ReLU6 = new("relu6");
        internal static readonly Op ReLU6InPlace = new("relu6_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>min(max(0, x), 6).</summary>
    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6(bool inplace)
            : base(nameof(ReLU6))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.relu6(tensor, inplace);
    }
}
