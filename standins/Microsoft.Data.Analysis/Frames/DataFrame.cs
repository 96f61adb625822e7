using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A table of named columns of one length.</summary>
public partial class DataFrame
{
    internal const int RowsInPreview = 25;

    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        Columns = new DataFrameColumnCollection(columns);
        Rows = new DataFrameRowCollection(this);
    }

    public DataFrame(params DataFrameColumn[] columns)
        : this((IEnumerable<DataFrameColumn>)columns)
    {
    }

    public DataFrameColumnCollection Columns { get; }

    public DataFrameRowCollection Rows { get; }

    public object this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    public DataFrame this[PrimitiveDataFrameColumn<bool> rowFilter] => Filter(rowFilter);

    public DataFrame this[PrimitiveDataFrameColumn<int> rowIndices] => Filter(rowIndices);

    public DataFrame this[PrimitiveDataFrameColumn<long> rowIndices] => Filter(rowIndices);

    public DataFrame this[IEnumerable<int> rowIndices] => Filter(new PrimitiveDataFrameColumn<int>("Filter", rowIndices));

    public DataFrame this[IEnumerable<long> rowIndices] => Filter(new PrimitiveDataFrameColumn<long>("Filter", rowIndices));

    public DataFrame this[IEnumerable<bool> rowFilter] => Filter(new PrimitiveDataFrameColumn<bool>("Filter", rowFilter));

    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter) => Pick(filter);

    public DataFrame Filter(PrimitiveDataFrameColumn<int> rowIndices) => Pick(rowIndices);

    public DataFrame Filter(PrimitiveDataFrameColumn<long> rowIndices) => Pick(rowIndices);

    public DataFrame Head(int numberOfRows) => this[Enumerable.Range(0, numberOfRows)];

    public DataFrame Tail(int numberOfRows) => this[Enumerable.Range(0, numberOfRows).Select(row => Rows.Count - numberOfRows + row)];

    public DataFrame Clone() => Pick(null);

    public DataFrame Info()
    {
        var info = new DataFrame();
        foreach (var column in Columns)
        {
            if (info.Columns.Count == 0)
            {
                info.Columns.Add(new StringDataFrameColumn("Info", ["DataType", Messages.DescriptionMethodLength]));
            }

            info.Columns.Add(column.Info());
        }

        return info;
    }

    public DataFrame Description()
    {
        var description = new DataFrame();
        foreach (var column in Columns.Where(column => column.HasDescription()))
        {
            if (description.Columns.Count == 0)
            {
                description.Columns.Add(new StringDataFrameColumn("Description", [Messages.DescriptionMethodLength, "Max", "Min", "Mean"]));
            }

            description.Columns.Add(column.Description());
        }

        return description;
    }

    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true) =>
        Pick(Columns[columnName].GetSortIndices(ascending, putNullValuesLast));

    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) => OrderBy(columnName, ascending: false, putNullValuesLast);

    public DataFrame Clamp<U>(U min, U max, bool inPlace = false)
    {
        var frame = inPlace ? this : Clone();
        foreach (var column in frame.Columns.Where(column => column.IsNumericColumn()))
        {
            column.Clamp(min, max, inPlace: true);
        }

        return frame;
    }

    public DataFrame AddPrefix(string prefix, bool inPlace = false) => Rename(name => prefix + name, inPlace);

    public DataFrame AddSuffix(string suffix, bool inPlace = false) => Rename(name => name + suffix, inPlace);

    public DataFrame Sample(int numberOfRows)
    {
        if (numberOfRows > Rows.Count)
        {
            throw new ArgumentException(Messages.ExceedsNumberOfRows(Rows.Count), nameof(numberOfRows));
        }

        var rows = Enumerable.Range(0, (int)Rows.Count).ToArray();
        new Random().Shuffle(rows);
        return this[rows.Take(numberOfRows)];
    }

    public GroupBy GroupBy(string columnName)
    {
        var index = Columns.IndexOf(columnName);
        return index == -1
            ? throw new ArgumentException(Messages.InvalidColumnName(columnName), nameof(columnName))
            : Columns[index].GroupBy(index, this);
    }

    public GroupBy<TKey> GroupBy<TKey>(string columnName) =>
        GroupBy(columnName) as GroupBy<TKey>
        ?? throw new InvalidCastException(Messages.BadColumnCastDuringGrouping(columnName, this[columnName].DataType, typeof(TKey)));

    public DataFrame DropNulls(DropNullOptions options = DropNullOptions.Any)
    {
        bool Keep(long row) => options == DropNullOptions.Any ? Columns.All(column => column.IsValid(row)) : Columns.Any(column => column.IsValid(row));
        return this[Enumerable.Range(0, (int)Rows.Count).Select(row => Keep(row))];
    }

    public DataFrame FillNulls(object value, bool inPlace = false)
    {
        var frame = inPlace ? this : Clone();
        foreach (var column in frame.Columns)
        {
            column.FillNulls(value, inPlace: true);
        }

        return frame;
    }

    // The package fills its own columns whatever inPlace says, and returns a copy taken before.
    public DataFrame FillNulls(IList<object> values, bool inPlace = false)
    {
        if (values.Count != Columns.Count)
        {
            throw new ArgumentException(Messages.MismatchedColumnLengths, nameof(values));
        }

        var frame = inPlace ? this : Clone();
        for (var i = 0; i < Columns.Count; i++)
        {
            Columns[i].FillNulls(values[i], inPlace: true);
        }

        return frame;
    }

    public override string ToString() => ToString(RowsInPreview);

    public string ToString(long rowsToShow)
    {
        var width = Math.Max(10, Columns.Select(column => column.Name.Length + 1).DefaultIfEmpty().Max());
        var text = new StringBuilder().AppendLine(string.Concat(Columns.Select(column => column.Name.PadRight(width))));
        var rows = Math.Min(Rows.Count, rowsToShow);
        for (long row = 0; row < rows; row++)
        {
            text.AppendLine(string.Concat(Rows[row].Select(value => (value ?? "null").ToString().PadRight(width))));
        }

        if (rows < Rows.Count)
        {
            text.AppendLine(Messages.AmountOfRowsShown(rowsToShow, Rows.Count));
        }

        return text.ToString();
    }

    private DataFrame Pick(DataFrameColumn rows) => new(Columns.Select(column => column.Clone(rows)));

    private DataFrame Rename(Func<string, string> rename, bool inPlace)
    {
        var frame = inPlace ? this : Clone();
        foreach (var column in frame.Columns)
        {
            column.SetName(rename(column.Name));
        }

        return frame;
    }
}
