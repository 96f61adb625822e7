namespace TorchSharp;

internal static partial class Aten
{
    internal static readonly Op ResultType = new("result_type.Tensor");
    internal static readonly Op PromoteTypes = new("promote_types");
    internal static readonly Op CanCast = new("can_cast");
}

// What element types can hold, and which one a mixture becomes.
public static partial class torch
{
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double tiny;
        public double smallest_normal;
        public double resolution;
    }

    public static FInfo finfo() => finfo(get_default_dtype());

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.BFloat16 => Limits(16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
        ScalarType.Float16 => Limits(16, 0.0009765625, 65504, 6.103515625e-05, 0.001),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 1.1920928955078125e-07, float.MaxValue, 1.1754943508222875e-38, 1e-06),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 2.220446049250313e-16, double.MaxValue, 2.2250738585072014e-308, 1e-15),
        _ => throw new ArgumentException("'dtype' must be floating point or complex"),
    };

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Aten.ResultType.CallInteger(tensor1, tensor2);

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Aten.PromoteTypes.CallInteger(type1, type2);

    public static bool can_cast(ScalarType from, ScalarType to) => Aten.CanCast.CallBool(from, to);

    private static FInfo Limits(int bits, double eps, double max, double tiny, double resolution) =>
        new() { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
}
