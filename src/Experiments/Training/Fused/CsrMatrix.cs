using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Experiments.Training.Fused;

/// <summary>Rows without their zeros: four fifths of a handwritten digit's pixels.</summary>
/// <param name="rows">Number of rows, at most.</param>
/// <param name="columns">Their length.</param>
internal sealed unsafe class CsrMatrix(int rows, int columns)
{
    private readonly int[] starts = new int[rows + 1];
    private readonly int[] column = new int[(rows * columns) + Gemm.Width]; // a whole vector is written at the end
    private readonly float[] value = new float[(rows * columns) + Gemm.Width];

    /// <summary>Where a row's elements start; those of the next one start where they end.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>The elements' columns.</summary>
    public ReadOnlySpan<int> Columns => column;

    /// <summary>The elements.</summary>
    public ReadOnlySpan<float> Values => value;

    /// <summary>Takes rows that lie one after the other, in place of those it had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ReadOnlySpan<float> packed)
    {
        fixed (float* elements = packed, values = value)
        fixed (int* numbers = column)
        {
            var count = 0;
            for (var row = 0; row < packed.Length / columns; row++)
            {
                var first = elements + ((nint)row * columns);
                var index = 0;
                for (; index + Gemm.Width <= columns; index += Gemm.Width)
                {
                    var vector = Vector512.Load(first + index);
                    var others = ~Vector512.Equals(vector, Vector512<float>.Zero);
                    if (Avx512F.IsSupported)
                    {
                        Avx512F.Compress(Vector512<float>.Zero, others, vector).Store(values + count);
                        Avx512F.Compress(Vector512<int>.Zero, others.AsInt32(), Vector512<int>.Indices + Vector512.Create(index)).Store(numbers + count);
                        count += BitOperations.PopCount(others.ExtractMostSignificantBits());
                        continue;
                    }

                    for (var bits = others.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                    {
                        var found = index + BitOperations.TrailingZeroCount(bits);
                        (numbers[count], values[count]) = (found, first[found]);
                        count++;
                    }
                }

                for (; index < columns; index++)
                {
                    (numbers[count], values[count]) = (index, first[index]);
                    count++;
                }

                starts[row + 1] = count;
            }
        }
    }
}
