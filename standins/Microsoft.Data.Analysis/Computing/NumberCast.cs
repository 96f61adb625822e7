using System.Runtime.CompilerServices;

namespace Microsoft.Data.Analysis;

/// <summary>The widening casts that arithmetic between two types of column needs.</summary>
internal static class NumberCast
{
    public static TTo To<TFrom, TTo>(TFrom value)
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            return Unsafe.As<TFrom, TTo>(ref value);
        }

        if (typeof(TTo) == typeof(double))
        {
            var result = ToDouble(value);
            return Unsafe.As<double, TTo>(ref result);
        }

        if (typeof(TTo) == typeof(decimal))
        {
            var result = ToDecimal(value);
            return Unsafe.As<decimal, TTo>(ref result);
        }

        if (typeof(TTo) == typeof(float))
        {
            // Not by way of double: a long rounded twice is another float.
            var result = value is long number ? number : (float)ToDouble(value);
            return Unsafe.As<float, TTo>(ref result);
        }

        if (typeof(TTo) == typeof(long))
        {
            long result = value is int number ? number : throw new NotSupportedException();
            return Unsafe.As<long, TTo>(ref result);
        }

        throw new NotSupportedException();
    }

    /// <summary>Any number as a double; the package knows no other way to compute with two types.</summary>
    public static double ToDouble<T>(T value) => value switch
    {
        double number => number,
        float number => number,
        int number => number,
        long number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        uint number => number,
        ulong number => number,
        char number => number,
        decimal number => (double)number,
        _ => throw new NotSupportedException(),
    };

    public static decimal ToDecimal<T>(T value) => value switch
    {
        decimal number => number,
        double number => (decimal)number,
        float number => (decimal)number,
        int number => number,
        long number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        uint number => number,
        ulong number => number,
        char number => number,
        _ => throw new NotSupportedException(),
    };
}
