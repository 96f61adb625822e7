namespace Microsoft.Data.Analysis;

public partial class ByteDataFrameColumn : PrimitiveDataFrameColumn<byte>
{
    public ByteDataFrameColumn(string name, IEnumerable<byte?> values)
        : base(name, values)
    {
    }

    public ByteDataFrameColumn(string name, IEnumerable<byte> values)
        : base(name, values)
    {
    }

    public ByteDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public ByteDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal ByteDataFrameColumn(string name, ColumnStorage<byte> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<byte> CreateNewColumn(string name, ColumnStorage<byte> values) => new ByteDataFrameColumn(name, values);
}
