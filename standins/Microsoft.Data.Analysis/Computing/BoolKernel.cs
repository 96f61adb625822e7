namespace Microsoft.Data.Analysis;

internal sealed class BoolKernel : Kernel<bool>
{
    public override bool Parse(string text, IFormatProvider provider) => bool.Parse(text);

    public override PrimitiveDataFrameColumn<bool> CreateColumn(string name, ColumnStorage<bool> values) => new BooleanDataFrameColumn(name, values);

    public override bool Compute(BinaryOperation operation, bool left, bool right) => operation switch
    {
        BinaryOperation.And => left & right,
        BinaryOperation.Or => left | right,
        BinaryOperation.Xor => left ^ right,
        _ => throw new NotSupportedException(),
    };

    public override void Compute(BinaryOperation operation, Span<bool> left, ReadOnlySpan<bool> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = Compute(operation, left[i], right[i]);
        }
    }

    public override void Compute(BinaryOperation operation, Span<bool> left, bool right)
    {
        foreach (ref var value in left)
        {
            value = Compute(operation, value, right);
        }
    }

    public override void ComputeReversed(BinaryOperation operation, bool left, Span<bool> right) => Compute(operation, right, left);

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<bool> left, ReadOnlySpan<bool> right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right[i]);
        }
    }

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<bool> left, bool right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right);
        }
    }

    public override bool All(ReadOnlySpan<bool> values) => !values.Contains(false);

    public override bool Any(ReadOnlySpan<bool> values) => values.Contains(true);

    private static bool Compare(ComparisonOperation operation, bool left, bool right) => operation switch
    {
        ComparisonOperation.Equal => left == right,
        ComparisonOperation.NotEqual => left != right,
        _ => throw new NotSupportedException(),
    };
}
