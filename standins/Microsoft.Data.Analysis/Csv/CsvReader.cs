using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>
/// Splits text into lines of fields. White space around fields is dropped, also inside quotes; lines of nothing but white space are skipped, also
/// inside a quoted field; a doubled quote inside quotes stands for one.
/// </summary>
internal sealed class CsvReader(string text, char separator)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _quoted = new();
    private int _next;
    private int _lineEnd;
    private long _lineNumber;

    /// <summary>The fields of the line last read.</summary>
    public IReadOnlyList<string> Fields => _fields;

    public bool Read()
    {
        _fields.Clear();
        if (!NextLine(out var at))
        {
            return false;
        }

        while (true)
        {
            var start = at;
            while (start < _lineEnd && text[start] != separator && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            var more = start < _lineEnd && text[start] == '"' ? ReadQuoted(start + 1, out at) : ReadPlain(at, out at);
            if (!more)
            {
                return true;
            }
        }
    }

    // Returns whether another field follows on the line.
    private bool ReadPlain(int start, out int next)
    {
        var length = text.AsSpan(start, _lineEnd - start).IndexOf(separator);
        var end = length < 0 ? _lineEnd : start + length;
        _fields.Add(text.AsSpan(start, end - start).Trim().ToString());
        next = end + 1;
        return length >= 0;
    }

    private bool ReadQuoted(int start, out int next)
    {
        var openedOn = _lineNumber;
        _quoted.Clear();
        var at = start;
        while (true)
        {
            if (at >= _lineEnd)
            {
                // The field goes on in the next line, with the line break as it stands in the text.
                _quoted.Append(text, _lineEnd, _next - _lineEnd);
                if (!NextLine(out at))
                {
                    throw new Exception(Messages.CannotParseWithDelimiters(openedOn));
                }
            }
            else if (text[at] != '"')
            {
                _quoted.Append(text[at++]);
            }
            else if (at + 1 < _lineEnd && text[at + 1] == '"')
            {
                _quoted.Append('"');
                at += 2;
            }
            else
            {
                break;
            }
        }

        _fields.Add(_quoted.ToString().Trim());
        var rest = text.AsSpan(at + 1, _lineEnd - at - 1);
        var length = rest.IndexOf(separator);
        if (!(length < 0 ? rest : rest[..length]).IsWhiteSpace())
        {
            throw new Exception(Messages.CannotParseWithDelimiters(openedOn));
        }

        next = at + 2 + length;
        return length >= 0;
    }

    // Moves to the next line that is not blank; its end is before its line break, and the next line begins behind that.
    private bool NextLine(out int start)
    {
        do
        {
            start = _next;
            if (start >= text.Length)
            {
                return false;
            }

            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            _lineEnd = length < 0 ? text.Length : start + length;
            _next = Math.Min(text.Length, _lineEnd + (text.AsSpan(_lineEnd).StartsWith("\r\n") ? 2 : 1));
            _lineNumber++;
        }
        while (text.AsSpan(start, _lineEnd - start).IsWhiteSpace());

        return true;
    }
}
