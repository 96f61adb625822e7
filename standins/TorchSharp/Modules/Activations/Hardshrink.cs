namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) => NnAten.Hardshrink.Call(x, lambda);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Hardshrink = new("hardshrink");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Zero between -lambda and lambda; else x.</summary>
    public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardshrink(double lambda)
            : base(nameof(Hardshrink))
        {
            this.lambda = lambda;
        }

        public double lambda { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.hardshrink(tensor, lambda);
    }
}
