namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            public static Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                public static Tensor softmax2d(Tensor x) => softmax(x, -3);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Softmax over the channels of an image.</summary>
    public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax2d()
            : base(nameof(Softmax2d))
        {
        }

        public override Tensor forward(Tensor tensor) => torch.nn.functional.softmax2d(tensor);
    }
}
