namespace Microsoft.Data.Analysis;

internal sealed class DateTimeKernel : Kernel<DateTime>
{
    public override DateTime Parse(string text, IFormatProvider provider) => DateTime.Parse(text, provider);

    public override PrimitiveDataFrameColumn<DateTime> CreateColumn(string name, ColumnStorage<DateTime> values) => new DateTimeDataFrameColumn(name, values);

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<DateTime> left, ReadOnlySpan<DateTime> right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right[i]);
        }
    }

    public override void Compare(ComparisonOperation operation, ReadOnlySpan<DateTime> left, DateTime right, Span<bool> result)
    {
        for (var i = 0; i < left.Length; i++)
        {
            result[i] = Compare(operation, left[i], right);
        }
    }

    public override DateTime? Max(ColumnStorage<DateTime> column) => Present(column).Cast<DateTime?>().Max();

    public override DateTime? Min(ColumnStorage<DateTime> column) => Present(column).Cast<DateTime?>().Min();

    public override DateTime? Max(ReadOnlySpan<DateTime> values, IEnumerable<long> rows)
    {
        var max = DateTime.MinValue;
        foreach (var row in rows)
        {
            max = Next(Cumulative.Max, max, values[checked((int)row)]);
        }

        return max;
    }

    public override DateTime? Min(ReadOnlySpan<DateTime> values, IEnumerable<long> rows)
    {
        var min = DateTime.MaxValue;
        foreach (var row in rows)
        {
            min = Next(Cumulative.Min, min, values[checked((int)row)]);
        }

        return min;
    }

    public override void Accumulate(Cumulative kind, ColumnStorage<DateTime> column)
    {
        var values = column.Values;
        for (var i = 1; i < values.Length; i++)
        {
            values[i] = Next(kind, values[i - 1], values[i]);
        }
    }

    public override void Accumulate(Cumulative kind, Span<DateTime> values, IEnumerable<long> rows)
    {
        DateTime? soFar = null;
        foreach (var row in rows)
        {
            ref var value = ref values[checked((int)row)];
            soFar = soFar is { } last ? Next(kind, last, value) : value;
            value = soFar.Value;
        }
    }

    private static IEnumerable<DateTime> Present(ColumnStorage<DateTime> column) =>
        Enumerable.Range(0, column.Count).Where(column.HasBit).Select(row => column.ValueMemory.Span[row]);

    private static DateTime Next(Cumulative kind, DateTime soFar, DateTime value) => kind switch
    {
        Cumulative.Max => value > soFar ? value : soFar,
        Cumulative.Min => value < soFar ? value : soFar,
        _ => throw new NotSupportedException(),
    };

    private static bool Compare(ComparisonOperation operation, DateTime left, DateTime right) => operation switch
    {
        ComparisonOperation.Equal => left == right,
        ComparisonOperation.NotEqual => left != right,
        ComparisonOperation.GreaterOrEqual => left >= right,
        ComparisonOperation.LessOrEqual => left <= right,
        ComparisonOperation.Greater => left > right,
        _ => left < right,
    };
}
