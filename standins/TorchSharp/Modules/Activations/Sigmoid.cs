namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Sigmoid Sigmoid() => new(false);

            public static Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor sigmoid(Tensor x, bool inplace) =>
                    inplace ? NnAten.SigmoidInPlace.InPlace(x) : NnAten.Sigmoid.Call(x);

                public static Tensor sigmoid(Tensor x) => sigmoid(x, false);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Sigmoid = new("sigmoid");
        internal static readonly Op SigmoidInPlace = new("sigmoid_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace)
            : base(nameof(Sigmoid))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
    }
}
