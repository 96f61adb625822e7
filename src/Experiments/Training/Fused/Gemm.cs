using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    // Vectors of a result's row that a kernel computes together: a constant for the compiler, which leaves out the others' code.
    private interface IBlock
    {
        static abstract int Vectors { get; }

        // Whether every other term goes into a second sum.
        static virtual bool IsHalved => false;
    }

    /// <summary>result = a b, with <paramref name="bias"/> added to every row.</summary>
    /// <remarks>All rows of the result are written, padding included.</remarks>
    public static void Times(PaddedMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result) =>
        Dense(a.Start, a.Stride, 1, b, bias, result);

    /// <summary>
    /// The same of rows of which most elements are 0: these are left out, which changes no bit of a sum of finite numbers.
    /// </summary>
    /// <param name="a">The rows.</param>
    /// <param name="b">As many rows as <paramref name="a"/> has columns.</param>
    /// <param name="bias">Added to every row.</param>
    /// <param name="result">The product.</param>
    /// <param name="firstRow">The row of <paramref name="a"/> that is the result's first.</param>
    /// <param name="byHalves">Whether every other term goes into a second sum where two vectors are at hand: one sum would wait for itself
    /// at every term. Sums may differ in their last bit from those of the other products.</param>
    public static void Times(
        CsrMatrix a, PaddedMatrix b, PaddedMatrix bias, PaddedMatrix result, int firstRow = 0, bool byHalves = false)
    {
        for (var column = 0; column < result.Stride;)
        {
            column += (result.Stride - column, byHalves) switch
            {
                ( >= 4 * Width, false) => Sparse<Four>(a, firstRow, b, bias.Start, result, column),
                ( >= 2 * Width, true) => Sparse<TwoByHalves>(a, firstRow, b, bias.Start, result, column),
                ( >= 2 * Width, false) => Sparse<Two>(a, firstRow, b, bias.Start, result, column),
                _ => Sparse<One>(a, firstRow, b, bias.Start, result, column),
            };
        }

        GC.KeepAlive(a); // pointers to its arrays do not
    }

    /// <summary>result = aᵀ b, with <paramref name="start"/> added to every row.</summary>
    public static void TransposedTimes(PaddedMatrix a, PaddedMatrix b, PaddedMatrix start, PaddedMatrix result) =>
        Dense(a.Start, 1, a.Stride, b, start, result);

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

    /// <summary>Eight times <see cref="Vector512.Sum"/>, bit for bit: neighbours first, then pairs, fours and eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(
        Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, Vector512<float> s3,
        Vector512<float> s4, Vector512<float> s5, Vector512<float> s6, Vector512<float> s7)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector256.Create(
                Vector512.Sum(s0), Vector512.Sum(s1), Vector512.Sum(s2), Vector512.Sum(s3),
                Vector512.Sum(s4), Vector512.Sum(s5), Vector512.Sum(s6), Vector512.Sum(s7));
        }

        var fours = Quarters(Pairs(Pairs(s0, s1), Pairs(s2, s3)), Pairs(Pairs(s4, s5), Pairs(s6, s7)));
        return Quarters(fours, fours).GetLower();
    }

    // In every quarter: a's neighbours summed, then b's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pairs(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle(a, b, 0b10_00_10_00) + Avx512F.Shuffle(a, b, 0b11_01_11_01);

    // Quarters 0 and 1 of a summed, 2 and 3, then those of b.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, 0b10_00_10_00) + Avx512F.Shuffle4x128(a, b, 0b11_01_11_01);

    // result[i] = first + Σₖ a[i, k] b[k], where a[i, k] lies at i rowStep + k innerStep.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dense(float* a, nint rowStep, nint innerStep, PaddedMatrix b, PaddedMatrix first, PaddedMatrix result)
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
                    FourRows<Two>(aRow, rowStep, innerStep, b.Rows, b.Start + column, width, first.Start + column, target);
                }
                else
                {
                    FourRows<One>(aRow, rowStep, innerStep, b.Rows, b.Start + column, width, first.Start + column, target);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows<TBlock>(
        float* a0, nint rowStep, nint innerStep, int inner, float* b, nint width, float* first, float* result)
        where TBlock : IBlock
    {
        var s00 = Vector512.Load(first);
        var s01 = TBlock.Vectors > 1 ? Vector512.Load(first + Width) : s00;
        var (s10, s11, s20, s21, s30, s31) = (s00, s01, s00, s01, s00, s01);
        var a1 = a0 + rowStep;
        var a2 = a1 + rowStep;
        var a3 = a2 + rowStep;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector512.Load(b);
            var b1 = TBlock.Vectors > 1 ? Vector512.Load(b + Width) : b0;
            var factor = Vector512.Create(*a0);
            s00 = Vector512.FusedMultiplyAdd(factor, b0, s00);
            s01 = TBlock.Vectors > 1 ? Vector512.FusedMultiplyAdd(factor, b1, s01) : s01;
            factor = Vector512.Create(*a1);
            s10 = Vector512.FusedMultiplyAdd(factor, b0, s10);
            s11 = TBlock.Vectors > 1 ? Vector512.FusedMultiplyAdd(factor, b1, s11) : s11;
            factor = Vector512.Create(*a2);
            s20 = Vector512.FusedMultiplyAdd(factor, b0, s20);
            s21 = TBlock.Vectors > 1 ? Vector512.FusedMultiplyAdd(factor, b1, s21) : s21;
            factor = Vector512.Create(*a3);
            s30 = Vector512.FusedMultiplyAdd(factor, b0, s30);
            s31 = TBlock.Vectors > 1 ? Vector512.FusedMultiplyAdd(factor, b1, s31) : s31;
            a0 += innerStep;
            a1 += innerStep;
            a2 += innerStep;
            a3 += innerStep;
            b += width;
        }

        Store<TBlock>(s00, s01, result);
        Store<TBlock>(s10, s11, result + width);
        Store<TBlock>(s20, s21, result + (2 * width));
        Store<TBlock>(s30, s31, result + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TBlock>(Vector512<float> first, Vector512<float> second, float* to)
        where TBlock : IBlock
    {
        first.Store(to);
        if (TBlock.Vectors > 1)
        {
            second.Store(to + Width);
        }
    }

    // Computes some columns of a product and returns how many.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Sparse<TBlock>(CsrMatrix a, int firstRow, PaddedMatrix b, float* first, PaddedMatrix result, int column)
        where TBlock : IBlock
    {
        var starts = a.Starts + firstRow;
        var columns = a.Columns;
        var values = a.Values;
        var stride = (nint)b.Stride;
        var from = b.Start + column;
        var target = result.Start + column;
        first += column;
        for (var row = 0; row < result.Rows; row++)
        {
            var s0 = Vector512.Load(first);
            var s1 = TBlock.Vectors > 1 ? Vector512.Load(first + Width) : s0;
            var s2 = TBlock.Vectors > 2 ? Vector512.Load(first + (2 * Width)) : Vector512<float>.Zero;
            var s3 = TBlock.Vectors > 2 ? Vector512.Load(first + (3 * Width)) : Vector512<float>.Zero;
            var (index, end) = (starts[row], starts[row + 1]);
            for (; TBlock.IsHalved && index + 1 < end; index += 2)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1);
                term = from + (columns[index + 1] * stride);
                factor = Vector512.Create(values[index + 1]);
                s2 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s2);
                s3 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s3);
            }

            for (; index < end; index++)
            {
                var term = from + (columns[index] * stride);
                var factor = Vector512.Create(values[index]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(term), s0);
                s1 = TBlock.Vectors > 1 ? Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + Width), s1) : s1;
                s2 = TBlock.Vectors > 2 ? Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + (2 * Width)), s2) : s2;
                s3 = TBlock.Vectors > 2 ? Vector512.FusedMultiplyAdd(factor, Vector512.Load(term + (3 * Width)), s3) : s3;
            }

            Store<TBlock>(TBlock.IsHalved ? s0 + s2 : s0, TBlock.IsHalved ? s1 + s3 : s1, target);
            if (TBlock.Vectors > 2)
            {
                Store<TBlock>(s2, s3, target + (2 * Width));
            }

            target += stride;
        }

        return TBlock.Vectors * Width;
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
        var (s4, s5, s6, s7) = (s0, s0, s0, s0);
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
        Sums(s0, s1, s2, s3, s4, s5, s6, s7).Store(sums);
        for (var index = 0; index < count; index++)
        {
            result[columns[index]] = sums[index];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourTimesTwo(float* a, float* b, nint width, float* result, nint resultStep)
    {
        var (s00, s01, s10, s11) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (s20, s21, s30, s31) = (s00, s00, s00, s00);
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

        var pairs = Sums(s00, s01, s10, s11, s20, s21, s30, s31).AsDouble(); // two neighbours of a row each
        for (var row = 0; row < Height; row++)
        {
            *(double*)(result + (row * resultStep)) = pairs[row];
        }
    }

    private readonly struct One : IBlock
    {
        public static int Vectors => 1;
    }

    private readonly struct Two : IBlock
    {
        public static int Vectors => 2;
    }

    private readonly struct TwoByHalves : IBlock
    {
        public static int Vectors => 2;

        public static bool IsHalved => true;
    }

    private readonly struct Four : IBlock
    {
        public static int Vectors => 4;
    }
}
