namespace Microsoft.Data.Analysis;

public partial class Int64DataFrameColumn : PrimitiveDataFrameColumn<long>
{
    public Int64DataFrameColumn(string name, IEnumerable<long?> values)
        : base(name, values)
    {
    }

    public Int64DataFrameColumn(string name, IEnumerable<long> values)
        : base(name, values)
    {
    }

    public Int64DataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public Int64DataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal Int64DataFrameColumn(string name, ColumnStorage<long> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<long> CreateNewColumn(string name, ColumnStorage<long> values) => new Int64DataFrameColumn(name, values);
}
