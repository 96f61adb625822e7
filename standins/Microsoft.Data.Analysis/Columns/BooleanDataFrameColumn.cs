namespace Microsoft.Data.Analysis;

public partial class BooleanDataFrameColumn : PrimitiveDataFrameColumn<bool>
{
    public BooleanDataFrameColumn(string name, IEnumerable<bool?> values)
        : base(name, values)
    {
    }

    public BooleanDataFrameColumn(string name, IEnumerable<bool> values)
        : base(name, values)
    {
    }

    public BooleanDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public BooleanDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal BooleanDataFrameColumn(string name, ColumnStorage<bool> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<bool> CreateNewColumn(string name, ColumnStorage<bool> values) => new BooleanDataFrameColumn(name, values);
}
