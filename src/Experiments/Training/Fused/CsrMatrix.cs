using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Experiments.Training.Fused;

/// <summary>
/// Rows without their zeros, in compressed form (CSR): of four fifths of a handwritten digit's pixels, and of the units that ReLU and
/// dropout switch off, nothing is stored. Elements of a row are in ascending order of columns.
/// </summary>
/// <param name="rows">Number of rows, at most.</param>
/// <param name="capacity">Number of elements, at most.</param>
internal sealed unsafe class CsrMatrix(int rows, int capacity)
{
    // Pinned: kernels go through them by pointer. A whole vector is written at the end.
    private readonly int[] starts = GC.AllocateArray<int>(rows + 2, pinned: true);
    private readonly int[] columns = GC.AllocateUninitializedArray<int>(capacity + Gemm.Width, pinned: true);
    private readonly float[] values = GC.AllocateUninitializedArray<float>(capacity + Gemm.Width, pinned: true);

    /// <summary>Where a row's elements start; those of the next one start where they end.</summary>
    public int* Starts => (int*)Unsafe.AsPointer(ref starts[0]);

    /// <summary>The elements' columns.</summary>
    public int* Columns => (int*)Unsafe.AsPointer(ref columns[0]);

    /// <summary>The elements.</summary>
    public float* Values => (float*)Unsafe.AsPointer(ref values[0]);

    /// <summary>Compresses rows that lie one after the other.</summary>
    public static CsrMatrix Of(ReadOnlySpan<float> packed, int columns)
    {
        var matrix = new CsrMatrix(packed.Length / columns, packed.Length - packed.Count(0f));
        matrix.Set(packed, columns);
        return matrix;
    }

    /// <summary>Compresses rows that lie one after the other, in place of those it had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ReadOnlySpan<float> packed, int length)
    {
        var count = 0;
        var numbers = Columns;
        var found = Values;
        fixed (float* elements = packed)
        {
            for (var row = 0; row < packed.Length / length; row++)
            {
                var first = elements + ((nint)row * length);
                var index = 0;
                for (; Avx512F.IsSupported && index + Gemm.Width <= length; index += Gemm.Width)
                {
                    var vector = Vector512.Load(first + index);
                    var others = ~Vector512.Equals(vector, Vector512<float>.Zero);
                    Avx512F.Compress(Vector512<float>.Zero, others, vector).Store(found + count);
                    var places = Vector512<int>.Indices + Vector512.Create(index);
                    Avx512F.Compress(Vector512<int>.Zero, others.AsInt32(), places).Store(numbers + count);
                    count += BitOperations.PopCount(others.ExtractMostSignificantBits());
                }

                for (; index < length; index++)
                {
                    (numbers[count], found[count]) = (index, first[index]);
                    count += first[index] == 0 ? 0 : 1;
                }

                starts[row + 1] = count;
            }
        }
    }

    /// <summary>Compresses the rows of a matrix whose padding is 0, in place of those it had.</summary>
    public void Set(PaddedMatrix matrix) => Set(new(matrix.Start, matrix.Rows * matrix.Stride), matrix.Stride);

    /// <summary>Copies some rows of another matrix, in place of those it had.</summary>
    public void SetRows(CsrMatrix from, ReadOnlySpan<long> numbers)
    {
        var count = 0;
        for (var row = 0; row < numbers.Length; row++)
        {
            var (start, end) = (from.starts[numbers[row]], from.starts[numbers[row] + 1]);
            from.columns.AsSpan(start, end - start).CopyTo(columns.AsSpan(count));
            from.values.AsSpan(start, end - start).CopyTo(values.AsSpan(count));
            count += end - start;
            starts[row + 1] = count;
        }
    }

    /// <summary>Takes the columns of another matrix's first rows as rows, in place of those it had.</summary>
    /// <param name="from">The other matrix.</param>
    /// <param name="rowCount">How many of its rows.</param>
    /// <param name="columnCount">The number of its columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetTransposed(CsrMatrix from, int rowCount, int columnCount)
    {
        var next = Starts + 1;
        var fromStarts = from.Starts;
        var fromColumns = from.Columns;
        var fromValues = from.Values;
        new Span<int>(Starts, columnCount + 2).Clear();
        for (var index = 0; index < fromStarts[rowCount]; index++)
        {
            next[fromColumns[index] + 1]++;
        }

        for (var column = 0; column < columnCount; column++)
        {
            next[column + 1] += next[column];
        }

        var toColumns = Columns;
        var toValues = Values;
        for (var row = 0; row < rowCount; row++)
        {
            for (var index = fromStarts[row]; index < fromStarts[row + 1]; index++)
            {
                var at = next[fromColumns[index]]++; // from where a row starts to where it ends, which is where the next one starts
                (toColumns[at], toValues[at]) = (row, fromValues[index]);
            }
        }
    }
}
