namespace Microsoft.Data.Analysis;

public partial class UInt64DataFrameColumn : PrimitiveDataFrameColumn<ulong>
{
    public UInt64DataFrameColumn(string name, IEnumerable<ulong?> values)
        : base(name, values)
    {
    }

    public UInt64DataFrameColumn(string name, IEnumerable<ulong> values)
        : base(name, values)
    {
    }

    public UInt64DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public UInt64DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal UInt64DataFrameColumn(string name, ColumnStorage<ulong> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<ulong> CreateNewColumn(string name, ColumnStorage<ulong> values) => new UInt64DataFrameColumn(name, values);
}
