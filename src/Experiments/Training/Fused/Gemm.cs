using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Experiments.Training.Fused;

/// <summary>
/// Matrix products for networks small enough that calling an operator would cost more than its arithmetic. Every element is summed in one order
/// by fused multiply-adds, so that it does not depend on where it stands.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Columns of a matrix come in multiples of this: a vector's length.</summary>
    public const int Width = 16;

    /// <summary>Rows of a result are computed in blocks of this, which share what they load.</summary>
    public const int Height = 4;

    /// <summary>result = a b, with <paramref name="bias"/> added to every row.</summary>
    /// <remarks>All rows of the result are written, padding included.</remarks>
    public static void Times(PaddedMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result) => Add(a.Start, a.Stride, 1, b, bias, result);

    /// <summary>The same with rows of which most elements are 0: these are left out, which changes no sum of finite numbers.</summary>
    public static void Times(CsrMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result)
    {
        for (var column = 0; column < result.Stride; column += 2 * Width)
        {
            for (var row = 0; row < result.Rows; row++)
            {
                var (start, end) = (a.Starts[row], a.Starts[row + 1]);
                var target = result.Start + ((nint)row * result.Stride) + column;
                if (column + Width < result.Stride)
                {
                    SparseByTwo(a.Columns[start..end], a.Values[start..end], b.Start + column, b.Stride, bias.Start + column, target);
                }
                else
                {
                    SparseByOne(a.Columns[start..end], a.Values[start..end], b.Start + column, b.Stride, bias.Start + column, target);
                }
            }
        }
    }

    /// <summary>result = aᵀ b, with <paramref name="start"/> added to every row.</summary>
    public static void TransposedTimes(PaddedMatrix a, PaddedMatrix b, PaddedMatrix start, PaddedMatrix result) => Add(a.Start, 1, a.Stride, b, start, result);

    /// <summary>result = a bᵀ; padding columns of a and b must be 0.</summary>
    public static void TimesTransposed(PaddedMatrix a, PaddedMatrix b, PaddedMatrix result)
    {
        for (var row = 0; row < result.PaddedRows; row += Height)
        {
            for (var column = 0; column < result.Columns; column += 2)
            {
                FourTimesTwo(a.Start + ((nint)row * a.Stride), b.Start + ((nint)column * b.Stride), a.Stride, result.Start + ((nint)row * result.Stride) + column, result.Stride);
            }
        }
    }

    // result[i] = first + Σₖ a[i, k] b[k], where a[i, k] lies at i rowStep + k innerStep.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* a, nint rowStep, nint innerStep, PaddedMatrix b, PaddedMatrix first, PaddedMatrix result)
    {
        var width = result.Stride;
        for (var column = 0; column < width; column += 2 * Width)
        {
            for (var row = 0; row < result.PaddedRows; row += Height)
            {
                var aRow = a + (row * rowStep);
                var target = result.Start + ((nint)row * width) + column;
                if (column + Width < width)
                {
                    FourByTwo(aRow, rowStep, innerStep, b.Rows, b.Start + column, width, first.Start + column, target);
                }
                else
                {
                    FourByOne(aRow, rowStep, innerStep, b.Rows, b.Start + column, width, first.Start + column, target);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(float* a0, nint rowStep, nint innerStep, int inner, float* b, nint width, float* first, float* result)
    {
        var (s00, s01) = (Vector512.Load(first), Vector512.Load(first + Width));
        var (s10, s11, s20, s21, s30, s31) = (s00, s01, s00, s01, s00, s01);
        var a1 = a0 + rowStep;
        var a2 = a1 + rowStep;
        var a3 = a2 + rowStep;
        for (var k = 0; k < inner; k++)
        {
            var (b0, b1) = (Vector512.Load(b), Vector512.Load(b + Width));
            var factor = Vector512.Create(*a0);
            s00 = Vector512.FusedMultiplyAdd(factor, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(factor, b1, s01);
            factor = Vector512.Create(*a1);
            s10 = Vector512.FusedMultiplyAdd(factor, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(factor, b1, s11);
            factor = Vector512.Create(*a2);
            s20 = Vector512.FusedMultiplyAdd(factor, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(factor, b1, s21);
            factor = Vector512.Create(*a3);
            s30 = Vector512.FusedMultiplyAdd(factor, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(factor, b1, s31);
            a0 += innerStep;
            a1 += innerStep;
            a2 += innerStep;
            a3 += innerStep;
            b += width;
        }

        s00.Store(result);
        s01.Store(result + Width);
        result += width;
        s10.Store(result);
        s11.Store(result + Width);
        result += width;
        s20.Store(result);
        s21.Store(result + Width);
        result += width;
        s30.Store(result);
        s31.Store(result + Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByOne(float* a0, nint rowStep, nint innerStep, int inner, float* b, nint width, float* first, float* result)
    {
        var s0 = Vector512.Load(first);
        var (s1, s2, s3) = (s0, s0, s0);
        var a1 = a0 + rowStep;
        var a2 = a1 + rowStep;
        var a3 = a2 + rowStep;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.Load(b);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(*a0), b0, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(*a1), b0, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(*a2), b0, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(*a3), b0, s3);
            a0 += innerStep;
            a1 += innerStep;
            a2 += innerStep;
            a3 += innerStep;
            b += width;
        }

        s0.Store(result);
        s1.Store(result + width);
        s2.Store(result + (2 * width));
        s3.Store(result + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SparseByTwo(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float* b, nint stride, float* first, float* result)
    {
        var (s0, s1) = (Vector512.Load(first), Vector512.Load(first + Width));
        var (t0, t1) = (Vector512<float>.Zero, Vector512<float>.Zero); // two sums at once: one would wait for itself at every term
        var index = 0;
        for (; index + 1 < columns.Length; index += 2)
        {
            var (row, factor) = (columns[index] * stride, Vector512.Create(values[index]));
            s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row), s0);
            s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row + Width), s1);
            (row, factor) = (columns[index + 1] * stride, Vector512.Create(values[index + 1]));
            t0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row), t0);
            t1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row + Width), t1);
        }

        if (index < columns.Length)
        {
            var (row, factor) = (columns[index] * stride, Vector512.Create(values[index]));
            s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row), s0);
            s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(b + row + Width), s1);
        }

        (s0 + t0).Store(result);
        (s1 + t1).Store(result + Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SparseByOne(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float* b, nint stride, float* first, float* result)
    {
        var sum = Vector512.Load(first);
        for (var index = 0; index < columns.Length; index++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(values[index]), Vector512.Load(b + (columns[index] * stride)), sum);
        }

        sum.Store(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourTimesTwo(float* a, float* b, nint width, float* result, nint resultStep)
    {
        var (s00, s01, s10, s11) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (s20, s21, s30, s31) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (nint j = 0; j < width; j += Width)
        {
            var (b0, b1) = (Vector512.Load(b + j), Vector512.Load(b + width + j));
            var value = Vector512.Load(a + j);
            s00 = Vector512.FusedMultiplyAdd(value, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(value, b1, s01);
            value = Vector512.Load(a + width + j);
            s10 = Vector512.FusedMultiplyAdd(value, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(value, b1, s11);
            value = Vector512.Load(a + (2 * width) + j);
            s20 = Vector512.FusedMultiplyAdd(value, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(value, b1, s21);
            value = Vector512.Load(a + (3 * width) + j);
            s30 = Vector512.FusedMultiplyAdd(value, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(value, b1, s31);
        }

        (result[0], result[1]) = (Vector512.Sum(s00), Vector512.Sum(s01));
        result += resultStep;
        (result[0], result[1]) = (Vector512.Sum(s10), Vector512.Sum(s11));
        result += resultStep;
        (result[0], result[1]) = (Vector512.Sum(s20), Vector512.Sum(s21));
        result += resultStep;
        (result[0], result[1]) = (Vector512.Sum(s30), Vector512.Sum(s31));
    }
}
