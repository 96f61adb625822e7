using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <content>Comma-separated text.</content>
public partial class DataFrame
{
    public static DataFrame LoadCsv(
        string filename,
        char separator = ',',
        bool header = true,
        string[] columnNames = null,
        Type[] dataTypes = null,
        int numRows = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo cultureInfo = null)
    {
        using var stream = new FileStream(filename, FileMode.Open);
        return LoadCsv(stream, separator, header, columnNames, dataTypes, numRows, guessRows, addIndexColumn, encoding, renameDuplicatedColumns, cultureInfo);
    }

    public static DataFrame LoadCsv(
        Stream csvStream,
        char separator = ',',
        bool header = true,
        string[] columnNames = null,
        Type[] dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        Encoding encoding = null,
        bool renameDuplicatedColumns = false,
        CultureInfo cultureInfo = null,
        Func<IEnumerable<string>, Type> guessTypeFunction = null)
    {
        if (!csvStream.CanSeek)
        {
            throw new ArgumentException(Messages.NonSeekableStream, nameof(csvStream));
        }

        using var reader = new StreamReader(csvStream, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return LoadCsvFromString(
            reader.ReadToEnd(),
            separator,
            header,
            columnNames,
            dataTypes,
            numberOfRowsToRead,
            guessRows,
            addIndexColumn,
            renameDuplicatedColumns,
            cultureInfo,
            guessTypeFunction);
    }

    public static DataFrame LoadCsvFromString(
        string csvString,
        char separator = ',',
        bool header = true,
        string[] columnNames = null,
        Type[] dataTypes = null,
        long numberOfRowsToRead = -1,
        int guessRows = 10,
        bool addIndexColumn = false,
        bool renameDuplicatedColumns = false,
        CultureInfo cultureInfo = null,
        Func<IEnumerable<string>, Type> guessTypeFunction = null)
    {
        if (dataTypes is null && guessRows <= 0)
        {
            throw new ArgumentException(Messages.ExpectedEitherGuessRowsOrDataTypes(nameof(guessRows), nameof(dataTypes)));
        }

        var lines = numberOfRowsToRead < 0 ? long.MaxValue : numberOfRowsToRead + (header ? 1 : 0);
        var schema = new CsvSchema(columnNames, dataTypes, guessTypeFunction);
        schema.Read(new CsvReader(csvString, separator), header, lines, guessRows, renameDuplicatedColumns);
        var frame = new DataFrame(schema.CreateColumns());
        frame.ReadRows(new CsvReader(csvString, separator), header, lines, cultureInfo ?? CultureInfo.CurrentCulture);
        if (addIndexColumn)
        {
            frame.Columns.Insert(0, new Int64DataFrameColumn("IndexColumn", Enumerable.Range(0, (int)frame.Columns[0].Length).Select(row => (long)row)));
        }

        return frame;
    }

    public static void SaveCsv(
        DataFrame dataFrame,
        string path,
        char separator = ',',
        bool header = true,
        Encoding encoding = null,
        CultureInfo cultureInfo = null)
    {
        using var stream = new FileStream(path, FileMode.Create);
        SaveCsv(dataFrame, stream, separator, header, encoding, cultureInfo);
    }

    public static void SaveCsv(
        DataFrame dataFrame,
        Stream csvStream,
        char separator = ',',
        bool header = true,
        Encoding encoding = null,
        CultureInfo cultureInfo = null)
    {
        var culture = cultureInfo ?? CultureInfo.CurrentCulture;
        if (culture.NumberFormat.NumberDecimalSeparator == separator.ToString())
        {
            throw new ArgumentException("Decimal separator cannot match the column separator");
        }

        using var writer = new CsvWriter(csvStream, encoding ?? Encoding.ASCII, separator, culture);
        if (dataFrame is not null)
        {
            writer.Write(dataFrame, header);
        }
    }

    [Obsolete("WriteCsv is obsolete and will be removed in a future version. Use SaveCsv instead.")]
    public static void WriteCsv(
        DataFrame dataFrame,
        string path,
        char separator = ',',
        bool header = true,
        Encoding encoding = null,
        CultureInfo cultureInfo = null) => SaveCsv(dataFrame, path, separator, header, encoding, cultureInfo);

    [Obsolete("WriteCsv is obsolete and will be removed in a future version. Use SaveCsv instead.")]
    public static void WriteCsv(
        DataFrame dataFrame,
        Stream csvStream,
        char separator = ',',
        bool header = true,
        Encoding encoding = null,
        CultureInfo cultureInfo = null) => SaveCsv(dataFrame, csvStream, separator, header, encoding, cultureInfo);

    private void ReadRows(CsvReader reader, bool header, long lines, CultureInfo culture)
    {
        for (long line = 0; line < lines && reader.Read(); line++)
        {
            if (header && line == 0)
            {
                continue;
            }

            if (reader.Fields.Count > Columns.Count)
            {
                throw new ArgumentException(Messages.ExceedsNumberOfColumns(Columns.Count), "row");
            }

            for (var i = 0; i < Columns.Count; i++)
            {
                if (i < reader.Fields.Count)
                {
                    Columns[i].AppendText(reader.Fields[i], culture);
                }
                else
                {
                    Columns[i].Resize(Columns[i].Length + 1);
                }
            }

            Columns.RowCount++;
        }
    }
}
