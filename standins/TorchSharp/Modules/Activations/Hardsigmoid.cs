namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    inplace ? NnAten.HardsigmoidInPlace.InPlace(input) : NnAten.Hardsigmoid.Call(input);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Hardsigmoid = new("hardsigmoid");
        internal static readonly Op HardsigmoidInPlace = new("hardsigmoid_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>relu6(x + 3) / 6.</summary>
    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid(bool inplace)
            : base(nameof(Hardsigmoid))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
    }
}
