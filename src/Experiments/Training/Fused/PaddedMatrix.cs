namespace Experiments.Training.Fused;

/// <summary>
/// A matrix whose rows are whole vectors and whose number of rows is a multiple of four, as <see cref="Gemm"/> wants it. What lies beyond
/// <see cref="Columns"/> and <see cref="Rows"/> is padding.
/// </summary>
internal readonly unsafe struct PaddedMatrix(float* start, int rows, int columns)
{
    public readonly float* Start = start;
    public readonly int Rows = rows;
    public readonly int Columns = columns;

    /// <summary>From one row to the next.</summary>
    public int Stride => StrideOf(Columns);

    public int PaddedRows => Padded(Rows, Gemm.Height);

    public int Length => PaddedRows * Stride;

    public Span<float> All => new(Start, Length);

    public Span<float> Row(int row) => new(Start + ((nint)row * Stride), Columns);

    /// <summary>The memory that a matrix takes.</summary>
    public static int LengthOf(int rows, int columns) => Padded(rows, Gemm.Height) * StrideOf(columns);

    /// <summary>The same memory with fewer rows in use.</summary>
    public PaddedMatrix Top(int rows) => new(Start, rows, Columns);

    /// <summary>Copies rows that lie one after the other without padding.</summary>
    public void CopyFrom(ReadOnlySpan<float> packed)
    {
        for (var row = 0; row < Rows; row++)
        {
            packed.Slice(row * Columns, Columns).CopyTo(Row(row));
        }
    }

    /// <summary>Copies some of more such rows.</summary>
    public void CopyFrom(ReadOnlySpan<float> packed, ReadOnlySpan<long> numbers)
    {
        for (var row = 0; row < numbers.Length; row++)
        {
            packed.Slice((int)numbers[row] * Columns, Columns).CopyTo(Row(row));
        }
    }

    /// <summary>Copies the rows one after the other without padding.</summary>
    public void CopyTo(Span<float> packed)
    {
        for (var row = 0; row < Rows; row++)
        {
            Row(row).CopyTo(packed.Slice(row * Columns, Columns));
        }
    }

    public void ClearPaddingRows() => new Span<float>(Start + ((nint)Rows * Stride), (PaddedRows - Rows) * Stride).Clear();

    // Rows a power of two apart would push each other out of the cache.
    private static int StrideOf(int columns) =>
        Padded(columns, Gemm.Width) is var stride && stride % 256 == 0 ? stride + Gemm.Width : stride;

    private static int Padded(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
