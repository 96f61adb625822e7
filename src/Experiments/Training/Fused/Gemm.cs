using System.Runtime.Intrinsics;

namespace Experiments.Training.Fused;

/// <summary>
/// Matrix products for networks small enough that calling an operator would cost more than its arithmetic. Every element is summed in one
/// order by fused multiply-adds, so that it does not depend on where it stands.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Columns of a matrix come in multiples of this: a vector's length.</summary>
    public const int Width = 16;

    /// <summary>Rows of a result are computed in blocks of this, which share what they load.</summary>
    public const int Height = 4;

    /// <summary>result = a b, with <paramref name="bias"/> added to every row.</summary>
    /// <remarks>All rows of the result are written, padding included.</remarks>
    public static void Times(PaddedMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result) =>
        Add(a.Start, a.Stride, 1, b, bias, result);

    /// <summary>
    /// The same of rows of which most elements are 0: these are left out, which changes no bit of a sum of finite numbers.
    /// </summary>
    public static void Times(CsrMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result)
    {
        for (var column = 0; column < result.Stride;)
        {
            var left = result.Stride - column;
            column += left >= 4 * Width ? SparseByFour(a, b, bias.Start, result, column)
                : left >= 2 * Width ? SparseByTwo(a, b, bias.Start, result, column)
                : SparseByOne(a, 0, b, bias.Start, result, column);
        }

        GC.KeepAlive(a); // pointers to its arrays do not
    }

    /// <summary>
    /// The same of some rows, with every other term in a second sum where two vectors are at hand: one sum would wait for itself at every
    /// term. Sums may differ in their last bit from those of the other products.
    /// </summary>
    public static void TimesByHalves(CsrMatrix a, int firstRow, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result)
    {
        for (var column = 0; column < result.Stride;)
        {
            column += result.Stride - column >= 2 * Width
                ? SparseByTwoHalves(a, firstRow, b, bias.Start, result, column) : SparseByOne(a, firstRow, b, bias.Start, result, column);
        }

        GC.KeepAlive(a);
    }

    /// <summary>result = aᵀ b, with <paramref name="start"/> added to every row.</summary>
    public static void TransposedTimes(PaddedMatrix a, PaddedMatrix b, PaddedMatrix start, PaddedMatrix result) =>
        Add(a.Start, 1, a.Stride, b, start, result);

    /// <summary>result = aᵀ b for b of at most two vectors in a row, with the same sums as the dense product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposedTimes(CsrMatrix a, PaddedMatrix b, PaddedMatrix result)
    {
        result.All.Clear();
        var start = result.Start;
        var stride = (nint)result.Stride;
        var columns = a.Columns;
        var values = a.Values;
        for (var row = 0; row < b.Rows; row++)
        {
            var index = a.Starts[row];
            var end = a.Starts[row + 1];
            var terms = b.Start + (row * stride);
            var (b0, b1) = (Vector512.Load(terms), Vector512.Load(terms + stride - Width)); // the same if there is only one
            for (; index < end; index++)
            {
                var factor = Vector512.Create(values[index]);
                var target = start + (columns[index] * stride);
                var (s0, s1) = (Vector512.Load(target), Vector512.Load(target + stride - Width));
                Vector512.FusedMultiplyAdd(factor, b0, s0).Store(target);
                Vector512.FusedMultiplyAdd(factor, b1, s1).Store(target + stride - Width);
            }
        }

        GC.KeepAlive(a);
    }

    /// <summary>result = a bᵀ; padding columns of a and b must be 0.</summary>
    /// <param name="a">As many rows as the result.</param>
    /// <param name="b">As many rows as the result has columns.</param>
    /// <param name="where">The elements of the result that are wanted, the others become 0; null for all.</param>
    /// <param name="result">The product.</param>
    /// <remarks>
    /// Every element is summed in 16 sums, one for each place in a vector, and these as <see cref="Vector512.Sum"/> does.
    /// </remarks>
    public static void TimesTransposed(PaddedMatrix a, PaddedMatrix b, CsrMatrix? where, PaddedMatrix result)
    {
        if (where is null)
        {
            for (var row = 0; row < result.PaddedRows; row += Height)
            {
                for (var column = 0; column < result.Columns; column += 2)
                {
                    FourTimesTwo(a.Start + ((nint)row * a.Stride), b.Start + ((nint)column * b.Stride), a.Stride,
                        result.Start + ((nint)row * result.Stride) + column, result.Stride);
                }
            }

            return;
        }

        for (var row = 0; row < result.Rows; row++)
        {
            var target = result.Start + ((nint)row * result.Stride);
            new Span<float>(target, result.Stride).Clear();
            for (int index = where.Starts[row], end = where.Starts[row + 1]; index < end; index += 8)
            {
                EightSums(a.Start + ((nint)row * a.Stride), b.Start, a.Stride, where.Columns + index, Math.Min(8, end - index), target);
            }
        }

        GC.KeepAlive(where);
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
    private static int SparseByFour(CsrMatrix a, PaddedMatrix b, float* first, PaddedMatrix result, int column)
    {
        var starts = a.Starts;
        var columns = a.Columns;
        var values = a.Values;
        var stride = (nint)b.Stride;
        var from = b.Start + column;
        var target = result.Start + column;
        first += column;
        for (var row = 0; row < result.Rows; row++)
        {
            var (s0, s1) = (Vector512.Load(first), Vector512.Load(first + Width));
            var (s2, s3) = (Vector512.Load(first + (2 * Width)), Vector512.Load(first + (3 * Width)));
            var end = starts[row + 1];
            for (var index = starts[row]; index < end; index++)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1);
                s2 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + (2 * Width)), s2);
                s3 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + (3 * Width)), s3);
            }

            s0.Store(target);
            s1.Store(target + Width);
            s2.Store(target + (2 * Width));
            s3.Store(target + (3 * Width));
            target += stride;
        }

        return 4 * Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SparseByTwo(CsrMatrix a, PaddedMatrix b, float* first, PaddedMatrix result, int column)
    {
        var starts = a.Starts;
        var columns = a.Columns;
        var values = a.Values;
        var stride = (nint)b.Stride;
        var from = b.Start + column;
        var target = result.Start + column;
        for (var row = 0; row < result.Rows; row++)
        {
            var (s0, s1) = (Vector512.Load(first + column), Vector512.Load(first + column + Width));
            var end = starts[row + 1];
            for (var index = starts[row]; index < end; index++)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1);
            }

            s0.Store(target);
            s1.Store(target + Width);
            target += stride;
        }

        return 2 * Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SparseByTwoHalves(CsrMatrix a, int firstRow, PaddedMatrix b, float* first, PaddedMatrix result, int column)
    {
        var starts = a.Starts + firstRow;
        var columns = a.Columns;
        var values = a.Values;
        var stride = (nint)b.Stride;
        var from = b.Start + column;
        var target = result.Start + column;
        for (var row = 0; row < result.Rows; row++)
        {
            var (s0, s1) = (Vector512.Load(first + column), Vector512.Load(first + column + Width));
            var (t0, t1) = (Vector512<float>.Zero, Vector512<float>.Zero);
            var (index, end) = (starts[row], starts[row + 1]);
            for (; index + 1 < end; index += 2)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1);
                term = from + (columns[index + 1] * stride);
                factor = Vector512.Create(values[index + 1]);
                t0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), t0);
                t1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), t1);
            }

            if (index < end)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1);
            }

            (s0 + t0).Store(target);
            (s1 + t1).Store(target + Width);
            target += stride;
        }

        return 2 * Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SparseByOne(CsrMatrix a, int firstRow, PaddedMatrix b, float* first, PaddedMatrix result, int column)
    {
        var starts = a.Starts + firstRow;
        var columns = a.Columns;
        var values = a.Values;
        var stride = (nint)b.Stride;
        var from = b.Start + column;
        var target = result.Start + column;
        for (var row = 0; row < result.Rows; row++)
        {
            var sum = Vector512.Load(first + column);
            var end = starts[row + 1];
            for (var index = starts[row]; index < end; index++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(values[index]), Vector512.Load(from + (columns[index] * stride)), sum);
            }

            sum.Store(target);
            target += stride;
        }

        return Width;
    }

    // result[column] = Σⱼ a[j] b[column, j] for up to eight columns.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightSums(float* a, float* b, nint stride, int* columns, int count, float* result)
    {
        var last = count - 1;
        var b0 = b + (columns[0] * stride);
        var b1 = b + (columns[Math.Min(1, last)] * stride);
        var b2 = b + (columns[Math.Min(2, last)] * stride);
        var b3 = b + (columns[Math.Min(3, last)] * stride);
        var b4 = b + (columns[Math.Min(4, last)] * stride);
        var b5 = b + (columns[Math.Min(5, last)] * stride);
        var b6 = b + (columns[Math.Min(6, last)] * stride);
        var b7 = b + (columns[last] * stride);
        var (s0, s1, s2, s3) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (s4, s5, s6, s7) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (nint j = 0; j < stride; j += Width)
        {
            var value = Vector512.Load(a + j);
            s0 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b0 + j), s0);
            s1 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b1 + j), s1);
            s2 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b2 + j), s2);
            s3 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b3 + j), s3);
            s4 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b4 + j), s4);
            s5 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b5 + j), s5);
            s6 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b6 + j), s6);
            s7 = Vector512.FusedMultiplyAdd(value, Vector512.Load(b7 + j), s7);
        }

        var sums = stackalloc float[8];
        VectorSums.Of(s0, s1, s2, s3, s4, s5, s6, s7).Store(sums);
        for (var index = 0; index < count; index++)
        {
            result[columns[index]] = sums[index];
        }
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

        var pairs = VectorSums.Of(s00, s01, s10, s11, s20, s21, s30, s31).AsDouble(); // two neighbours of a row each
        for (var row = 0; row < Height; row++)
        {
            *(double*)(result + (row * resultStep)) = pairs[row];
        }
    }
}
