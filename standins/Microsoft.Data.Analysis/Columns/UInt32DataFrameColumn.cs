namespace Microsoft.Data.Analysis;

public partial class UInt32DataFrameColumn : PrimitiveDataFrameColumn<uint>
{
    public UInt32DataFrameColumn(string name, IEnumerable<uint?> values)
        : base(name, values)
    {
    }

    public UInt32DataFrameColumn(string name, IEnumerable<uint> values)
        : base(name, values)
    {
    }

    public UInt32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public UInt32DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal UInt32DataFrameColumn(string name, ColumnStorage<uint> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<uint> CreateNewColumn(string name, ColumnStorage<uint> values) => new UInt32DataFrameColumn(name, values);
}
