namespace Microsoft.Data.Analysis;

public partial class DateTimeDataFrameColumn : PrimitiveDataFrameColumn<DateTime>
{
    public DateTimeDataFrameColumn(string name, IEnumerable<DateTime?> values)
        : base(name, values)
    {
    }

    public DateTimeDataFrameColumn(string name, IEnumerable<DateTime> values)
        : base(name, values)
    {
    }

    public DateTimeDataFrameColumn(string name, long length = 0)
        : base(name, length)
    {
    }

    public DateTimeDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, buffer, nullBitMap, length, nullCount)
    {
    }

    internal DateTimeDataFrameColumn(string name, ColumnStorage<DateTime> values)
        : base(name, values)
    {
    }

    internal override PrimitiveDataFrameColumn<DateTime> CreateNewColumn(string name, ColumnStorage<DateTime> values) => new DateTimeDataFrameColumn(name, values);
}
