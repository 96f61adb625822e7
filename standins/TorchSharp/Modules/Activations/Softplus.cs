namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => NnAten.Softplus.Call(x, beta, threshold);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op Softplus = new("softplus");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>log(1 + exp(beta x)) / beta, which is x where beta x is above the threshold.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus))
        {
            this.beta = beta;
            this.threshold = threshold;
        }

        public double beta { get; set; }

        public double threshold { get; set; }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
    }
}
