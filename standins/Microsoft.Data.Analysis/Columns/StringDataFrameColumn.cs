using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A column of text. Null and the empty text are two things here, but one and the same in a CSV file.</summary>
public partial class StringDataFrameColumn : DataFrameColumn, IEnumerable<string>
{
    /// <summary>How many texts the package keeps in one buffer.</summary>
    public static int MaxCapacity = int.MaxValue / 8;

    private readonly List<string> _values;
    private long _nullCount;

    public StringDataFrameColumn(string name, long length = 0)
        : base(name, length, typeof(string))
    {
        _values = [.. Enumerable.Repeat<string>(null, checked((int)length))];
        _nullCount = length;
    }

    public StringDataFrameColumn(string name, IEnumerable<string> values)
        : base(name, 0, typeof(string))
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        _nullCount = _values.Count(value => value is null);
        Length = _values.Count;
    }

    public override long NullCount => _nullCount;

    public new string this[long rowIndex]
    {
        get => _values[Checked(rowIndex)];
        set
        {
            var row = Checked(rowIndex);
            _nullCount += (value is null ? 1 : 0) - (_values[row] is null ? 1 : 0);
            _values[row] = value;
        }
    }

    public new List<string> this[long startIndex, int length] => _values.GetRange(Checked(startIndex), (int)Math.Min(length, Length - startIndex));

    public void Append(string value)
    {
        _values.Add(value);
        _nullCount += value is null ? 1 : 0;
        Length++;
    }

    public StringDataFrameColumn Apply(Func<string, string> func, bool inPlace = false)
    {
        var column = inPlace ? this : Clone();
        for (long row = 0; row < column.Length; row++)
        {
            if (column[row] is { } value)
            {
                column[row] = func(value);
            }
        }

        return column;
    }

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    public override DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => throw new NotSupportedException();

    public override DataFrameColumn Filter<U>(U min, U max) => throw new NotSupportedException();

    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (StringDataFrameColumn)base.Sort(ascending, putNullValuesLast);

    public new StringDataFrameColumn Clone(DataFrameColumn mapIndices, bool invertMapIndices, long numberOfNullsToAppend) =>
        (StringDataFrameColumn)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)CloneImplementation(numberOfNullsToAppend);

    public StringDataFrameColumn FillNulls(string value, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var column = inPlace ? this : Clone();
        for (long row = 0; row < column.Length; row++)
        {
            column[row] ??= value;
        }

        return column;
    }

    public new StringDataFrameColumn DropNulls() => new(Name, _values.Where(value => value is not null));

    // The package reads an empty cell as the empty text here, although it writes a null that way, too.
    internal override void AppendText(string cell, IFormatProvider provider) =>
        Append(cell.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : cell);

    internal override void WriteText(long row, CsvWriter writer) => writer.WriteText(_values[(int)row]);

    protected internal override void Resize(long length)
    {
        if (length < Length)
        {
            throw new ArgumentException(Messages.CannotResizeDown, nameof(length));
        }

        while (Length < length)
        {
            Append(null);
        }
    }

    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast)
    {
        var rows = Enumerable.Range(0, _values.Count).ToLookup(row => _values[row] is null);
        return SortRows([.. rows[false].Select(row => (_values[row], row))], [.. rows[true]], ascending, putNullValuesLast);
    }

    protected override object GetValue(long rowIndex) => this[rowIndex];

    protected override IReadOnlyList<object> GetValues(long startIndex, int length) => this[startIndex, length];

    protected override void SetValue(long rowIndex, object value) =>
        this[rowIndex] = value is null or string ? (string)value : throw new ArgumentException(Messages.MismatchedValueType(typeof(string)), nameof(value));

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) =>
        value is string text ? FillNulls(text, inPlace) : throw new ArgumentException(Messages.MismatchedValueType(typeof(string)), nameof(value));

    protected override DataFrameColumn DropNullsImplementation() => DropNulls();

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend)
    {
        var column = new StringDataFrameColumn(Name, _values);
        column.Resize(Length + numberOfNullsToAppend);
        return column;
    }

    protected override DataFrameColumn CloneImplementation(DataFrameColumn mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0)
    {
        var column = mapIndices switch
        {
            null => Clone(),
            PrimitiveDataFrameColumn<long> rows => Pick(rows, invertMapIndices),
            PrimitiveDataFrameColumn<int> rows => Pick(rows.As<long>(), invertMapIndices),
            PrimitiveDataFrameColumn<bool> mask => Where(mask),
            _ => throw new ArgumentException(Messages.MultipleMismatchedValueType(typeof(long), typeof(int), typeof(bool)), nameof(mapIndices)),
        };
        column.Resize(column.Length + numberOfNullsToAppend);
        return column;
    }

    private StringDataFrameColumn Pick(PrimitiveDataFrameColumn<long> rows, bool reversed)
    {
        var picked = rows.Select(row => row is { } index ? this[index] : null);
        return new StringDataFrameColumn(Name, reversed ? picked.Reverse() : picked);
    }

    private StringDataFrameColumn Where(PrimitiveDataFrameColumn<bool> boolColumn) =>
        boolColumn.Length > Length
            ? throw new ArgumentException(Messages.MapIndicesExceedsColumnLength, nameof(boolColumn))
            : new StringDataFrameColumn(Name, boolColumn.Select((chosen, row) => (chosen, row)).Where(pair => pair.chosen == true).Select(pair => _values[pair.row]));

    private int Checked(long row) =>
        (ulong)row < (ulong)Length
            ? (int)row
            : throw new ArgumentOutOfRangeException(Messages.IndexIsGreaterThanColumnLength, "rowIndex"); // the package swaps the two, too
}
