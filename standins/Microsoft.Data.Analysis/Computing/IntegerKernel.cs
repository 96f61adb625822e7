using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>A number type that also has bits.</summary>
internal sealed class IntegerKernel<T>(Func<string, ColumnStorage<T>, PrimitiveDataFrameColumn<T>> create, bool isNumeric = true)
    : NumberKernel<T>(create, isNumeric)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override T Compute(BinaryOperation operation, T left, T right) => operation switch
    {
        BinaryOperation.And => left & right,
        BinaryOperation.Or => left | right,
        BinaryOperation.Xor => left ^ right,
        _ => base.Compute(operation, left, right),
    };

    public override void Shift(Span<T> values, int bits, bool left)
    {
        foreach (ref var value in values)
        {
            value = left ? value << bits : value >> bits;
        }
    }
}
