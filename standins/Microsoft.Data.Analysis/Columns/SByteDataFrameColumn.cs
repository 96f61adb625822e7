namespace Microsoft.Data.Analysis;

public partial class SByteDataFrameColumn : PrimitiveDataFrameColumn<sbyte>
{
    public SByteDataFrameColumn(string name, IEnumerable<sbyte?> values)
        : base(name, values)
    {
    }

    public SByteDataFrameColumn(string name, IEnumerable<sbyte> values)
        : base(name, values)
    {
    }

    public SByteDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public SByteDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal SByteDataFrameColumn(string name, ColumnStorage<sbyte> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<sbyte> CreateNewColumn(string name, ColumnStorage<sbyte> values) => new SByteDataFrameColumn(name, values);
}
