using System.Collections;
using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A named column of values of one type, any of which may be null.</summary>
public abstract partial class DataFrameColumn : IEnumerable
{
    // A column may stand in several frames, and each finds its columns by name.
    private readonly List<DataFrameColumnCollection> _owners = [];

    protected DataFrameColumn(string name, long length, Type type)
    {
        Name = name;
        Length = length;
        DataType = type;
    }

    public string Name { get; private set; }

    public Type DataType { get; }

    public long Length { get; protected set; }

    public abstract long NullCount { get; }

    public object this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    public IReadOnlyList<object> this[long startIndex, int length] => GetValues(startIndex, length);

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged => new(name, values);

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T> values)
        where T : unmanaged => new(name, values);

    public static StringDataFrameColumn Create(string name, IEnumerable<string> values) => new(name, values);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumeratorCore();

    public void SetName(string newName)
    {
        foreach (var owner in _owners)
        {
            owner.UpdateName(Name, newName);
        }

        Name = newName;
    }

    [Obsolete]
    public void SetName(string newName, DataFrame dataFrame) => SetName(newName);

    public virtual bool IsValid(long index) => NullCount == 0 || this[index] != null;

    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) => CloneImplementation(numberOfNullsToAppend);

    public DataFrameColumn Clone(DataFrameColumn mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(GetSortIndices(ascending, putNullValuesLast));

    public virtual Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices) => throw new NotImplementedException();

    public abstract Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices);

    public virtual DataFrame ValueCounts() => throw new NotImplementedException();

    public virtual GroupBy GroupBy(int columnIndex, DataFrame parent) => throw new NotImplementedException();

    public virtual DataFrameColumn FillNulls(object value, bool inPlace = false) => FillNullsImplementation(value, inPlace);

    public virtual DataFrameColumn DropNulls() => DropNullsImplementation();

    public virtual DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => ClampImplementation(min, max, inPlace);

    public virtual DataFrameColumn Filter<U>(U min, U max) => FilterImplementation(min, max);

    public virtual bool IsNumericColumn() => false;

    public virtual double Mean() => throw new NotImplementedException();

    public virtual double Median() => throw new NotImplementedException();

    public virtual bool HasDescription() => false;

    public virtual StringDataFrameColumn Info() =>
        new(Name, [DataType.ToString(), (Length - NullCount).ToString(CultureInfo.CurrentCulture)]);

    public virtual DataFrameColumn Description() => throw new NotImplementedException();

    public override string ToString() => ToString(DataFrame.RowsInPreview);

    public string ToString(long rowsToShow)
    {
        var text = new StringBuilder(Name);
        var rows = Math.Min(Length, rowsToShow);
        for (long row = 0; row < rows; row++)
        {
            text.Append(this[row] ?? "null").AppendLine();
        }

        if (rows < Length)
        {
            text.AppendLine(Messages.AmountOfRowsShown(rowsToShow, Length));
        }

        return text.Append("Name: ").Append(Name).Append(", Type: ").Append(DataType).ToString();
    }

    internal void AddOwner(DataFrameColumnCollection owner)
    {
        if (!_owners.Contains(owner))
        {
            _owners.Add(owner);
        }
    }

    internal void RemoveOwner(DataFrameColumnCollection owner) => _owners.Remove(owner);

    /// <summary>Appends a cell of a text file: nothing, or "null", is a null.</summary>
    internal abstract void AppendText(string cell, IFormatProvider provider);

    /// <summary>Writes a cell of a text file; a null writes nothing.</summary>
    internal abstract void WriteText(long row, CsvWriter writer);

    /// <summary>
    /// Numbers the values: equal values of the two columns have the same number. A null, and a value of this column that the other lacks, is -1.
    /// </summary>
    internal abstract int[] NumberValues(DataFrameColumn other, out int[] numbersOfOther);

    protected internal abstract PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast);

    protected internal virtual void Resize(long length) => throw new NotImplementedException();

    protected abstract object GetValue(long rowIndex);

    protected abstract IReadOnlyList<object> GetValues(long startIndex, int length);

    protected abstract void SetValue(long rowIndex, object value);

    protected abstract IEnumerator GetEnumeratorCore();

    protected abstract DataFrameColumn CloneImplementation(DataFrameColumn mapIndices, bool invertMapIndices, long numberOfNullsToAppend);

    protected abstract DataFrameColumn CloneImplementation(long numberOfNullsToAppend = 0);

    protected abstract DataFrameColumn FillNullsImplementation(object value, bool inPlace);

    protected abstract DataFrameColumn DropNullsImplementation();

    protected virtual DataFrameColumn ClampImplementation<U>(U min, U max, bool inPlace) => throw new NotImplementedException();

    protected virtual DataFrameColumn FilterImplementation<U>(U min, U max) => throw new NotImplementedException();

    /// <summary>The rows of the other column that hold the same value, for each row of this one that has any.</summary>
    protected Dictionary<long, ICollection<long>> GetGroupedOccurrences<TKey>(DataFrameColumn other, out HashSet<long> otherColumnNullIndices)
    {
        if (DataType != other.DataType)
        {
            throw new ArgumentException(Messages.MismatchedColumnValueType(DataType), nameof(other));
        }

        var groups = other.GroupColumnValues<TKey>(out otherColumnNullIndices);
        var occurrences = new Dictionary<long, ICollection<long>>();
        for (long row = 0; row < Length; row++)
        {
            if (this[row] is TKey value && groups.TryGetValue(value, out var rows))
            {
                occurrences.Add(row, rows);
            }
        }

        return occurrences;
    }

    /// <summary>The order of the rows: equal values in the order of the rows (reversed when descending), nulls first or last.</summary>
    private protected static PrimitiveDataFrameColumn<long> SortRows<TKey>(List<(TKey Key, int Row)> rows, List<int> nulls, bool ascending, bool putNullValuesLast)
    {
        var comparer = Comparer<TKey>.Default;
        rows.Sort((left, right) => comparer.Compare(left.Key, right.Key) is var order and not 0 ? order : left.Row.CompareTo(right.Row));
        if (!ascending)
        {
            rows.Reverse();
        }

        var sorted = rows.Select(row => (long)row.Row);
        var absent = nulls.Select(row => (long)row);
        return new Int64DataFrameColumn("SortIndices", putNullValuesLast ? sorted.Concat(absent) : absent.Concat(sorted));
    }
}
