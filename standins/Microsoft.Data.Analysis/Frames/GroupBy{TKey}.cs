using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>
/// Groups in the order in which their keys first appear. Every result has the key column first and then the columns asked for, or all others.
/// Nulls count as 0 in all but <see cref="Count"/> and <see cref="First"/>, as in the package.
/// </summary>
public class GroupBy<TKey> : GroupBy
{
    private readonly DataFrame _frame;
    private readonly int _keyIndex;
    private readonly IDictionary<TKey, ICollection<long>> _groups;

    public GroupBy(DataFrame dataFrame, int groupByColumnIndex, IDictionary<TKey, ICollection<long>> keyToRowIndices)
    {
        if (dataFrame.Columns.Count < groupByColumnIndex || groupByColumnIndex < 0)
        {
            throw new ArgumentException(nameof(groupByColumnIndex));
        }

        _groups = keyToRowIndices ?? throw new ArgumentException(nameof(keyToRowIndices));
        _frame = dataFrame;
        _keyIndex = groupByColumnIndex;
    }

    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _groups.Select(group => new Grouping(group.Key, group.Value.Select(row => _frame.Rows[row])));

    public override DataFrame Count(params string[] columnNames) =>
        Aggregate(columnNames, column => new PrimitiveDataFrameColumn<long>(column.Name), (column, rows) => rows.LongCount(column.IsValid));

    public override DataFrame First(params string[] columnNames) => Aggregate(columnNames, Empty, (column, rows) => column[rows.First()]);

    public override DataFrame Head(int numberOfRows) => Pick(rows => rows.Take(numberOfRows));

    public override DataFrame Tail(int numberOfRows) => Pick(rows => rows.TakeLast(numberOfRows));

    public override DataFrame Max(params string[] columnNames) => Aggregate(columnNames, Empty, (column, rows) => column.Max(rows));

    public override DataFrame Min(params string[] columnNames) => Aggregate(columnNames, Empty, (column, rows) => column.Min(rows));

    public override DataFrame Product(params string[] columnNames) => Aggregate(columnNames, Empty, (column, rows) => column.Product(rows));

    public override DataFrame Sum(params string[] columnNames) => Aggregate(columnNames, Empty, (column, rows) => column.Sum(rows));

    public override DataFrame Mean(params string[] columnNames) => Aggregate(
        columnNames,
        column => new PrimitiveDataFrameColumn<double>(column.Name),
        (column, rows) => Convert.ToDouble(column.Sum(rows), CultureInfo.CurrentCulture) / rows.Count);

    private static DataFrameColumn Empty(DataFrameColumn column) => column.Clone(new PrimitiveDataFrameColumn<long>("Empty"));

    private DataFrame Aggregate(
        string[] columnNames,
        Func<DataFrameColumn, DataFrameColumn> create,
        Func<DataFrameColumn, ICollection<long>, object> summarize)
    {
        var keys = Empty(_frame.Columns[_keyIndex]);
        var result = new DataFrame();
        if (_groups.Count == 0)
        {
            return new DataFrame(keys); // no group asks for a column, so none is looked up
        }

        keys.Resize(_groups.Count);
        long row = 0;
        foreach (var key in _groups.Keys)
        {
            keys[row++] = key;
        }

        result.Columns.Add(keys);
        foreach (var index in ColumnsToSummarize(columnNames))
        {
            var column = _frame.Columns[index];
            var summary = create(column);
            summary.Resize(_groups.Count);
            row = 0;
            foreach (var rows in _groups.Values)
            {
                summary[row++] = summarize(column, rows);
            }

            result.Columns.Add(summary);
        }

        return result;
    }

    private IEnumerable<int> ColumnsToSummarize(string[] columnNames) =>
        (columnNames is null or [] ? Enumerable.Range(0, _frame.Columns.Count) : columnNames.Select(_frame.Columns.IndexOf)).Where(index => index != _keyIndex);

    private DataFrame Pick(Func<ICollection<long>, IEnumerable<long>> choose)
    {
        var rows = new Int64DataFrameColumn("Rows", _groups.Values.SelectMany(choose));
        var picked = new DataFrame(_frame.Columns[_keyIndex].Clone(rows));
        foreach (var index in rows.Length == 0 ? [] : ColumnsToSummarize([]))
        {
            picked.Columns.Add(_frame.Columns[index].Clone(rows));
        }

        return picked;
    }

    private sealed class Grouping(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
    {
        public TKey Key => key;

        public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
