namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Tanh Tanh() => new(false);

            public static Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor tanh(Tensor x, bool inplace = false) =>
                    inplace ? NnAten.TanhInPlace.InPlace(x) : NnAten.Tanh.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Tanh = new("tanh");
        internal static readonly Op TanhInPlace = new("tanh_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The hyperbolic tangent.</summary>
    public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Tanh(bool inplace)
            : base(nameof(Tanh))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override string GetName() => nameof(Tanh);

        public override Tensor forward(Tensor tensor) => torch.nn.functional.tanh(tensor, inplace);
    }
}
