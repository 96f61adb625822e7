namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) => new(min_val, max_val, inplace);

            public static partial class functional
            {
                // Not in place it returns its input as it is: so it is in the package.
                public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                    inplace ? NnAten.HardtanhInPlace.InPlace(x, min_val, max_val) : x;
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op HardtanhInPlace = new("hardtanh_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x between two bounds, where it is told to work in place.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace)
            : base(nameof(Hardtanh))
        {
            this.min_val = min_val;
            this.max_val = max_val;
            this.inplace = inplace;
        }

        public double min_val { get; set; }

        public double max_val { get; set; }

        public bool inplace { get; set; }

        public override string GetName() => nameof(Hardtanh);

        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }
}
