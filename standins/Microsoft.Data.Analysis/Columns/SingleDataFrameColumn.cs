namespace Microsoft.Data.Analysis;

public partial class SingleDataFrameColumn : PrimitiveDataFrameColumn<float>
{
    public SingleDataFrameColumn(string name, IEnumerable<float?> values)
        : base(name, values)
    {
    }

    public SingleDataFrameColumn(string name, IEnumerable<float> values)
        : base(name, values)
    {
    }

    public SingleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public SingleDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal SingleDataFrameColumn(string name, ColumnStorage<float> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<float> CreateNewColumn(string name, ColumnStorage<float> values) => new SingleDataFrameColumn(name, values);
}
