namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                public static Tensor logsigmoid(Tensor x) => NnAten.LogSigmoid.Call(x);
            }
        }
    }

    internal static partial class NnAten
    {
        internal static readonly Op LogSigmoid = new("log_sigmoid");
    }
}

namespace TorchSharp.Modules
{
    /// <summary>log(1 / (1 + exp(-x))).</summary>
    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid()
            : base(nameof(LogSigmoid))
        {
        }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.logsigmoid(tensor);
    }
}
