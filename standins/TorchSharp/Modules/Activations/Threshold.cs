namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

            public static partial class functional
            {
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    inplace ? NnAten.ThresholdInPlace.InPlace(x, threshold, value) : NnAten.Threshold.Call(x, threshold, value);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Threshold = new("threshold");
        internal static readonly Op ThresholdInPlace = new("threshold_");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x where it is above the threshold, else the value.</summary>
    public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
    {
        internal Threshold(double threshold, double value, bool inplace)
            : base(nameof(Threshold))
        {
            this.threshold = threshold;
            this.value = value;
            this.inplace = inplace;
        }

        public double threshold { get; set; }

        public double value { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.threshold(tensor, threshold, value, inplace);
    }
}
