using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <content>Adding rows. All cells of a row are converted before the first is stored, so that a bad one leaves the frame as it was.</content>
public partial class DataFrame
{
    public DataFrame Append(IEnumerable<DataFrameRow> rows, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var frame = inPlace ? this : Clone();
        foreach (var row in rows)
        {
            frame.Append(row.GetValues(), inPlace: true, cultureInfo);
        }

        return frame;
    }

    public DataFrame Append(IEnumerable<object> row = null, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var frame = inPlace ? this : Clone();
        var cells = new List<object>(frame.Columns.Count);
        foreach (var cell in row ?? [])
        {
            if (cells.Count == Columns.Count)
            {
                throw new ArgumentException(Messages.ExceedsNumberOfColumns(Columns.Count), nameof(row));
            }

            cells.Add(ConvertCell(IsNullText(cell, frame.Columns[cells.Count]) ? null : cell, frame.Columns[cells.Count], cultureInfo));
        }

        for (var i = 0; i < frame.Columns.Count; i++)
        {
            AppendCell(frame.Columns[i], i < cells.Count ? cells[i] : null);
        }

        frame.Columns.RowCount++;
        return frame;
    }

    public DataFrame Append(IEnumerable<KeyValuePair<string, object>> row, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var frame = inPlace ? this : Clone();
        ArgumentNullException.ThrowIfNull(row);
        var cells = new List<(DataFrameColumn Column, object Value)>();
        foreach (var (columnName, value) in row)
        {
            var column = frame.Columns[columnName];
            cells.Add((column, ConvertCell(value, column, cultureInfo)));
        }

        foreach (var (column, value) in cells)
        {
            AppendCell(column, value);
        }

        var rows = frame.Rows.Count;
        foreach (var column in frame.Columns.Where(column => column.Length == rows))
        {
            AppendCell(column, null);
        }

        frame.Columns.RowCount++;
        return frame;
    }

    private static bool IsNullText(object cell, DataFrameColumn column) =>
        cell is string text && ((text.Length == 0 && column.DataType != typeof(string)) || text.Equals("null", StringComparison.OrdinalIgnoreCase));

    private static object ConvertCell(object cell, DataFrameColumn column, CultureInfo culture) =>
        cell is null ? null : Convert.ChangeType(cell, column.DataType, culture ?? CultureInfo.CurrentCulture);

    private static void AppendCell(DataFrameColumn column, object value)
    {
        column.Resize(column.Length + 1);
        column[column.Length - 1] = value;
    }
}
