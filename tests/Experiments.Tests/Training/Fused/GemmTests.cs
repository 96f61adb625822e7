using System.Runtime.Intrinsics;
using Experiments.Training.Fused;

namespace Experiments.Tests.Training.Fused;

/// <summary>
/// Every product against plain loops, bit for bit: it is the order of the sums that makes a training the same everywhere.
/// </summary>
public sealed unsafe class GemmTests
{
    private readonly Random random = new(1);
    private readonly List<AlignedBuffer> memory = [];

    public static TheoryData<int, int, int> Shapes =>
        new() { { 10, 36, 30 }, { 5, 33, 10 }, { 13, 40, 100 }, { 7, 70, 64 }, { 9, 20, 170 }, { 3, 5, 256 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_is_summed_in_order_and_with_or_without_its_zeros(int rows, int inner, int columns)
    {
        var (a, b, bias, result) = (Sparse(rows, inner), Full(inner, columns), Full(1, columns), Full(rows, columns));
        var expected = Numbers(rows, columns, (row, column) => Sum(bias.Row(0)[column], inner, k => (a.Row(row)[k], b.Row(k)[column])));

        Gemm.Times(a, b, bias, result);
        Assert.Equal(expected, Numbers(result));
        Gemm.Times(NonZero(a), b, bias, result);
        Assert.Equal(expected, Numbers(result));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_transposed_product_is_summed_in_order_and_with_or_without_its_zeros(int rows, int inner, int columns)
    {
        var (a, b, zeros, result) = (Sparse(rows, inner), Full(rows, columns), New(1, columns), New(inner, columns));
        var expected = Numbers(inner, columns, (row, column) => Sum(0, rows, k => (a.Row(k)[row], b.Row(k)[column])));

        Gemm.TransposedTimes(a, b, zeros, result);
        Assert.Equal(expected, Numbers(result));
        var transposed = new CsrMatrix(inner, rows * inner);
        transposed.SetTransposed(NonZero(a), rows, inner);
        Gemm.Times(transposed, b, zeros, result);
        Assert.Equal(expected, Numbers(result));
        if (result.Stride <= 2 * Gemm.Width)
        {
            Gemm.TransposedTimes(NonZero(a), b, result);
            Assert.Equal(expected, Numbers(result));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_with_a_transposed_matrix_is_summed_by_places_and_then_across(int rows, int inner, int columns)
    {
        var (a, b, where, result) = (Full(rows, columns), Full(inner, columns), Sparse(rows, inner), Full(rows, inner));
        var expected = Numbers(
            rows, inner, (row, column) => Vector512.Sum(Vector512.Create([.. from place in Enumerable.Range(0, Gemm.Width)
            select Sum(0, (columns - place + Gemm.Width - 1) / Gemm.Width, k =>
                (a.Row(row)[place + (k * Gemm.Width)], b.Row(column)[place + (k * Gemm.Width)]))])));

        Gemm.TimesTransposed(a, b, null, result);
        Assert.Equal(expected, Numbers(result));
        Gemm.TimesTransposed(a, b, NonZero(where), result);
        Assert.Equal(
            Numbers(rows, inner, (row, column) => where.Row(row)[column] == 0 ? 0 : expected[(row * inner) + column]), Numbers(result));
    }

    [Fact]
    public void Sums_across_eight_vectors_are_those_of_each()
    {
        for (var trial = 0; trial < 1000; trial++)
        {
            var vectors = Enumerable.Range(0, 8).Select(_ =>
                Vector512.Create([.. Enumerable.Range(0, 16).Select(_ => Draw() * MathF.Pow(10, random.Next(-4, 4)))])).ToArray();

            var sums = Gemm.Sums(vectors[0], vectors[1], vectors[2], vectors[3], vectors[4], vectors[5], vectors[6], vectors[7]);

            Assert.Equal(Vector256.Create([.. vectors.Select(Vector512.Sum)]), sums);
        }
    }

    [Fact]
    public void Rows_are_taken_from_a_compressed_matrix()
    {
        var a = Sparse(9, 40);
        var (all, some) = (NonZero(a), new CsrMatrix(3, 3 * 40));

        some.SetRows(all, [7, 0, 7]);

        var (b, bias, expected, found) = (Full(40, 20), Full(1, 20), New(9, 20), New(3, 20));
        Gemm.Times(all, b, bias, expected);
        Gemm.Times(some, b, bias, found);
        Assert.Equal([.. expected.Row(7), .. expected.Row(0), .. expected.Row(7)], Numbers(found));
    }

    private static float Sum(float first, int count, Func<int, (float A, float B)> terms)
    {
        for (var k = 0; k < count; k++)
        {
            var (a, b) = terms(k);
            first = MathF.FusedMultiplyAdd(a, b, first);
        }

        return first;
    }

    private static float[] Numbers(int rows, int columns, Func<int, int, float> element) =>
        [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select element(row, column)];

    private static float[] Numbers(PaddedMatrix matrix)
    {
        var numbers = new float[matrix.Rows * matrix.Columns];
        matrix.CopyTo(numbers);
        return numbers;
    }

    private static CsrMatrix NonZero(PaddedMatrix matrix) => CsrMatrix.Of(Numbers(matrix), matrix.Columns);

    private float Draw() => random.NextSingle() - 0.5f;

    private PaddedMatrix Full(int rows, int columns) => Filled(rows, columns, Draw);

    private PaddedMatrix Sparse(int rows, int columns) => Filled(rows, columns, () => random.Next(4) == 0 ? random.NextSingle() : 0);

    private PaddedMatrix Filled(int rows, int columns, Func<float> element)
    {
        var matrix = New(rows, columns);
        matrix.CopyFrom(Numbers(rows, columns, (_, _) => element()));
        return matrix;
    }

    private PaddedMatrix New(int rows, int columns)
    {
        memory.Add(new(PaddedMatrix.LengthOf(rows, columns), line: memory.Count * 5 % 64));
        return new(memory[^1].Start, rows, columns);
    }
}
