namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                public static Tensor softshrink(Tensor x, double lambda = 0.5) => NnAten.Softshrink.Call(x, lambda);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Softshrink = new("softshrink");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Zero between -lambda and lambda; else x moved towards zero by lambda.</summary>
    public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
    {
        internal Softshrink(double lambda)
            : base(nameof(Softshrink))
        {
            this.lambda = lambda;
        }

        public double lambda { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.softshrink(tensor, lambda);
    }
}
