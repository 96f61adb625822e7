namespace Microsoft.Data.Analysis;

public partial class Int32DataFrameColumn : PrimitiveDataFrameColumn<int>
{
    public Int32DataFrameColumn(string name, IEnumerable<int?> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, IEnumerable<int> values)
        : base(name, values)
    {
    }

    public Int32DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public Int32DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal Int32DataFrameColumn(string name, ColumnStorage<int> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<int> CreateNewColumn(string name, ColumnStorage<int> values) => new Int32DataFrameColumn(name, values);
}
