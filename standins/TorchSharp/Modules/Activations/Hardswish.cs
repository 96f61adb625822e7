namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    inplace ? NnAten.HardswishInPlace.InPlace(input) : NnAten.Hardswish.Call(input);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Hardswish = new("hardswish");
        internal static readonly Op HardswishInPlace = new("hardswish_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x relu6(x + 3) / 6.</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace)
            : base(nameof(Hardswish))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardswish(tensor, inplace);
    }
}
