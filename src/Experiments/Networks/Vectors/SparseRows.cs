using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Experiments.Networks.Vectors;

/// <summary>Rows without their zeros: four fifths of a handwritten digit's pixels.</summary>
/// <param name="rows">Number of rows, at most.</param>
/// <param name="columns">Their length.</param>
internal sealed unsafe class SparseRows(int rows, int columns)
{
    private readonly int[] starts = new int[rows + 1];
    private readonly int[] column = new int[rows * columns];
    private readonly float[] value = new float[rows * columns];

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
                for (; index + Products.Width <= columns; index += Products.Width)
                {
                    var isZero = Vector512.Equals(Vector512.Load(first + index), Vector512<float>.Zero);
                    for (var others = (~isZero).ExtractMostSignificantBits(); others != 0; others &= others - 1)
                    {
                        var found = index + BitOperations.TrailingZeroCount(others);
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
