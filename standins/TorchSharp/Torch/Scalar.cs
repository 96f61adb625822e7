using System.Numerics;

namespace TorchSharp;

/// <summary>
/// A number of one of libtorch's kinds: whole, real, complex or bool, whatever .NET type it came in. It needs no native counterpart: operators take the number
/// itself.
/// </summary>
public sealed class Scalar : IDisposable
{
    private readonly long integer;
    private readonly Complex number;

    internal Scalar(ScalarType type, long value)
    {
        Type = type;
        integer = value;
        number = value;
    }

    internal Scalar(ScalarType type, double value) : this(type, new Complex(value, 0))
    {
    }

    internal Scalar(ScalarType type, Complex value)
    {
        Type = type;
        number = value;
        integer = torch.is_complex(type) || double.IsNaN(value.Real) ? 0 : unchecked((long)value.Real);
    }

    public ScalarType Type { get; }

    internal double Real => number.Real;

    internal Complex Number => number;

    internal long Integer => integer;

    public static implicit operator Scalar(byte value) => new(ScalarType.Int64, (long)value);

    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int64, (long)value);

    public static implicit operator Scalar(short value) => new(ScalarType.Int64, (long)value);

    public static implicit operator Scalar(int value) => new(ScalarType.Int64, (long)value);

    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value);

    public static implicit operator Scalar(Half value) => new(ScalarType.Float64, (double)value);

    public static implicit operator Scalar(float value) => new(ScalarType.Float64, (double)value);

    public static implicit operator Scalar(double value) => new(ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1L : 0L);

    public static implicit operator Scalar((float, float) value) => new(ScalarType.ComplexFloat64, new Complex(value.Item1, value.Item2));

    public static implicit operator Scalar(Complex value) => new(ScalarType.ComplexFloat64, value);

    public void Dispose()
    {
    }

    internal Arg ToArg()
    {
        if (Type == ScalarType.Bool) return integer != 0;
        if (torch.is_integral(Type)) return integer;
        if (torch.is_floating_point(Type)) return number.Real;
        return new Arg { Tag = ArgTag.Complex, Count = 1, Owner = number };
    }
}

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;

    public static Scalar ToScalar(this sbyte value) => value;

    public static Scalar ToScalar(this short value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this Half value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static Scalar ToScalar(this (float, float) value) => value;

    public static Scalar ToScalar(this Complex value) => value;

    public static Scalar ToBFloat16Scalar(this float value) => new(ScalarType.Float64, (double)value);

    public static bool ToBoolean(this Scalar value) => value.Number != Complex.Zero;

    public static byte ToByte(this Scalar value) => checked((byte)value.Integer);

    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.Integer);

    public static short ToInt16(this Scalar value) => checked((short)value.Integer);

    public static int ToInt32(this Scalar value) => checked((int)value.Integer);

    public static long ToInt64(this Scalar value) => value.Integer;

    public static Half ToHalf(this Scalar value) => (Half)value.Real;

    public static float ToSingle(this Scalar value) => (float)value.Real;

    public static double ToDouble(this Scalar value) => value.Real;

    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.Number.Real, (float)value.Number.Imaginary);

    public static Complex ToComplexFloat64(this Scalar value) => value.Number;
}
