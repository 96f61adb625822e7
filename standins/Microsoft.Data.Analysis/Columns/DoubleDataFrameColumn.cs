namespace Microsoft.Data.Analysis;

public partial class DoubleDataFrameColumn : PrimitiveDataFrameColumn<double>
{
    public DoubleDataFrameColumn(string name, IEnumerable<double?> values)
        : base(name, values)
    {
    }

    public DoubleDataFrameColumn(string name, IEnumerable<double> values)
        : base(name, values)
    {
    }

    public DoubleDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public DoubleDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal DoubleDataFrameColumn(string name, ColumnStorage<double> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<double> CreateNewColumn(string name, ColumnStorage<double> values) => new DoubleDataFrameColumn(name, values);
}
