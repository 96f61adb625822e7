using System.Globalization;
using System.Numerics;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotImplementedException(),
    };

    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    public static ReadOnlySpan<int> IntShape(this Tensor tensor) => Array.ConvertAll(tensor.shape, size => (int)size);

    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        var array = doCopy ? (Array)rawArray.Clone() : rawArray;
        if (dimensions.TotalSize() > array.LongLength)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {dimensions.TotalSize()} vs. {array.LongLength}");
        return torch.Over(array, dimensions, 0).requires_grad_(requires_grad);
    }

    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct => scalar switch
    {
        not (float or double) when requires_grad => throw new ArgumentException("Only floating point types support gradients.", nameof(requires_grad)),
        byte value => torch.tensor(value, device, requires_grad),
        sbyte value => torch.tensor(value, device, requires_grad),
        short value => torch.tensor(value, device, requires_grad),
        int value => torch.tensor(value, device, requires_grad),
        long value => torch.tensor(value, null, device, requires_grad),
        Half value => torch.FromValue(value, torch.ScalarType.Float16, null, device, requires_grad),
        float value => torch.tensor(value, device, requires_grad),
        double value => torch.tensor(value, null, device, requires_grad),
        bool value => torch.tensor(value, null, device, requires_grad),
        ValueTuple<float, float> value => torch.tensor(value, null, device, requires_grad),
        Complex value => torch.tensor(value, null, device, requires_grad),
        _ => throw new NotImplementedException($"Creating tensor of type {typeof(T)} is not supported."),
    };

    public static bool ToBoolean(this Tensor value) => value.ToScalarValue().ToBoolean();

    public static byte ToByte(this Tensor value) => value.ToScalarValue().ToByte();

    public static sbyte ToSByte(this Tensor value) => value.ToScalarValue().ToSByte();

    public static short ToInt16(this Tensor value) => value.ToScalarValue().ToInt16();

    public static int ToInt32(this Tensor value) => value.ToScalarValue().ToInt32();

    public static long ToInt64(this Tensor value) => value.ToScalarValue().ToInt64();

    public static Half ToHalf(this Tensor value) => value.ToScalarValue().ToHalf();

    public static float ToSingle(this Tensor value) => value.ToScalarValue().ToSingle();

    public static double ToDouble(this Tensor value) => value.ToScalarValue().ToDouble();

    public static (float Real, float Imaginary) ToComplex32(this Tensor value) => value.ToComplexFloat32();

    public static Complex ToComplex64(this Tensor value) => value.ToComplexFloat64();

    public static (float Real, float Imaginary) ToComplexFloat32(this Tensor value) => value.ToScalarValue().ToComplexFloat32();

    public static Complex ToComplexFloat64(this Tensor value) => value.ToScalarValue().ToComplexFloat64();
}
