namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<T>(parent, columnIndex, GroupColumnValues<T>(out _));

    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
    {
        if (typeof(TKey) != typeof(T))
        {
            throw new NotImplementedException(nameof(TKey));
        }

        var groups = new Dictionary<T, ICollection<long>>();
        nullIndices = [];
        var values = Storage.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (!Storage.HasBit(row))
            {
                nullIndices.Add(row);
            }
            else if (groups.TryGetValue(values[row], out var rows))
            {
                rows.Add(row);
            }
            else
            {
                groups.Add(values[row], new List<long> { row });
            }
        }

        return (Dictionary<TKey, ICollection<long>>)(object)groups;
    }

    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<T>(other, out otherColumnNullIndices);

    public override DataFrame ValueCounts()
    {
        var groups = GroupColumnValues<T>(out _);
        return new DataFrame(
            new PrimitiveDataFrameColumn<T>("Values", groups.Keys),
            new PrimitiveDataFrameColumn<long>("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }

    internal override int[] NumberValues(DataFrameColumn other, out int[] numbersOfOther)
    {
        if (other is not PrimitiveDataFrameColumn<T> typed)
        {
            throw new ArgumentException(Messages.MismatchedColumnValueType(DataType), nameof(other));
        }

        var numbers = new Dictionary<T, int>();
        numbersOfOther = [.. typed.Select(value => value is { } key ? numbers.TryAdd(key, numbers.Count) ? numbers.Count - 1 : numbers[key] : -1)];
        return [.. this.Select(value => value is { } key ? numbers.GetValueOrDefault(key, -1) : -1)];
    }
}
