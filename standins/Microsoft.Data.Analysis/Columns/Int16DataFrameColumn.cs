namespace Microsoft.Data.Analysis;

public partial class Int16DataFrameColumn : PrimitiveDataFrameColumn<short>
{
    public Int16DataFrameColumn(string name, IEnumerable<short?> values)
        : base(name, values)
    {
    }

    public Int16DataFrameColumn(string name, IEnumerable<short> values)
        : base(name, values)
    {
    }

    public Int16DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public Int16DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal Int16DataFrameColumn(string name, ColumnStorage<short> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<short> CreateNewColumn(string name, ColumnStorage<short> values) => new Int16DataFrameColumn(name, values);
}
