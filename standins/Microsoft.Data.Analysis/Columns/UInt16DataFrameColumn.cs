namespace Microsoft.Data.Analysis;

public partial class UInt16DataFrameColumn : PrimitiveDataFrameColumn<ushort>
{
    public UInt16DataFrameColumn(string name, IEnumerable<ushort?> values)
        : base(name, values)
    {
    }

    public UInt16DataFrameColumn(string name, IEnumerable<ushort> values)
        : base(name, values)
    {
    }

    public UInt16DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public UInt16DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal UInt16DataFrameColumn(string name, ColumnStorage<ushort> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<ushort> CreateNewColumn(string name, ColumnStorage<ushort> values) => new UInt16DataFrameColumn(name, values);
}
