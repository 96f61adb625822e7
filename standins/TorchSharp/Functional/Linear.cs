namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => NnAten.Linear.Call(input, weights, Arg.Maybe(bias));

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                NnAten.Bilinear.Call(input1, input2, weight, Arg.Maybe(bias));

            public static Tensor one_hot(Tensor x, long num_classes = -1) => x.dtype != ScalarType.Int64
                ? throw new ArgumentException("OneHot input tensor must have elements of type Int64")
                : NnAten.OneHot.Call(x, num_classes);

            public static Tensor prelu(Tensor input, Tensor weight) => NnAten.PReLU.Call(input, weight);
        }
    }
}

internal static partial class NnAten
{
    internal static readonly Op Linear = new("linear");
    internal static readonly Op Bilinear = new("bilinear");
    internal static readonly Op OneHot = new("one_hot");
    internal static readonly Op PReLU = new("prelu");
}
