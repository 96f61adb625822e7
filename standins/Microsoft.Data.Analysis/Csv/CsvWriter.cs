using System.Buffers;
using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>Writes a frame as text: numbers with all their digits, quotes where a cell needs them, nothing for a null.</summary>
internal sealed class CsvWriter(Stream stream, Encoding encoding, char separator, CultureInfo culture) : IDisposable
{
    private readonly StreamWriter _writer = new(stream, encoding, bufferSize: 1 << 16, leaveOpen: true);
    private readonly SearchValues<char> _needQuotes = SearchValues.Create([separator, '\n', '"']);

    public void Write(DataFrame frame, bool header)
    {
        if (header)
        {
            for (var i = 0; i < frame.Columns.Count; i++)
            {
                WriteSeparator(i);
                WriteText(frame.Columns[i].Name);
            }

            _writer.WriteLine();
        }

        for (long row = 0; row < frame.Rows.Count; row++)
        {
            for (var i = 0; i < frame.Columns.Count; i++)
            {
                WriteSeparator(i);
                frame.Columns[i].WriteText(row, this);
            }

            _writer.WriteLine();
        }
    }

    public void WriteText(string text)
    {
        if (text.AsSpan().ContainsAny(_needQuotes))
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
        else
        {
            _writer.Write(text);
        }
    }

    public void WriteValue<T>(T value) => _writer.Write(value switch
    {
        float number => number.ToString("G9", culture),
        double number => number.ToString("G17", culture),
        decimal number => number.ToString("G31", culture),
        DateTime time => time.ToString(culture),
        _ => value.ToString(), // whole numbers follow the current culture, not the given one
    });

    public void Dispose() => _writer.Dispose();

    private void WriteSeparator(int column)
    {
        if (column > 0)
        {
            _writer.Write(separator);
        }
    }
}
