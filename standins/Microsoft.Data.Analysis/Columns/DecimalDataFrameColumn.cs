namespace Microsoft.Data.Analysis;

public partial class DecimalDataFrameColumn : PrimitiveDataFrameColumn<decimal>
{
    public DecimalDataFrameColumn(string name, IEnumerable<decimal?> values)
        : base(name, values)
    {
    }

    public DecimalDataFrameColumn(string name, IEnumerable<decimal> values)
        : base(name, values)
    {
    }

    public DecimalDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public DecimalDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal DecimalDataFrameColumn(string name, ColumnStorage<decimal> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<decimal> CreateNewColumn(string name, ColumnStorage<decimal> values) => new DecimalDataFrameColumn(name, values);
}
