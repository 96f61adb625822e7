namespace Microsoft.Data.Analysis;

public partial class CharDataFrameColumn : PrimitiveDataFrameColumn<char>
{
    public CharDataFrameColumn(string name, IEnumerable<char?> values)
        : base(name, values)
    {
    }

    public CharDataFrameColumn(string name, IEnumerable<char> values)
        : base(name, values)
    {
    }

    public CharDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public CharDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal CharDataFrameColumn(string name, ColumnStorage<char> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<char> CreateNewColumn(string name, ColumnStorage<char> values) => new CharDataFrameColumn(name, values);
}
