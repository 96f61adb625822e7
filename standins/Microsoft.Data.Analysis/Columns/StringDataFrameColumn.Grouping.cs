namespace Microsoft.Data.Analysis;

public partial class StringDataFrameColumn
{
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<string>(parent, columnIndex, GroupColumnValues<string>(out _));

    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
    {
        if (typeof(TKey) != typeof(string))
        {
            throw new NotImplementedException(nameof(TKey));
        }

        var groups = new Dictionary<string, ICollection<long>>();
        nullIndices = [];
        for (var row = 0; row < _values.Count; row++)
        {
            if (_values[row] is not { } value)
            {
                nullIndices.Add(row);
            }
            else if (groups.TryGetValue(value, out var rows))
            {
                rows.Add(row);
            }
            else
            {
                groups.Add(value, new List<long> { row });
            }
        }

        return (Dictionary<TKey, ICollection<long>>)(object)groups;
    }

    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<string>(other, out otherColumnNullIndices);

    public override DataFrame ValueCounts()
    {
        var groups = GroupColumnValues<string>(out _);
        return new DataFrame(
            new StringDataFrameColumn("Values", groups.Keys),
            new PrimitiveDataFrameColumn<long>("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }

    internal override int[] NumberValues(DataFrameColumn other, out int[] numbersOfOther)
    {
        if (other is not StringDataFrameColumn texts)
        {
            throw new ArgumentException(Messages.MismatchedColumnValueType(DataType), nameof(other));
        }

        var numbers = new Dictionary<string, int>();
        numbersOfOther = [.. texts.Select(key => key is null ? -1 : numbers.TryAdd(key, numbers.Count) ? numbers.Count - 1 : numbers[key])];
        return [.. this.Select(key => key is null ? -1 : numbers.GetValueOrDefault(key, -1))];
    }
}
