namespace Microsoft.Data.Analysis;

/// <summary>The names and types of a CSV file's columns: as given, or as its first lines suggest.</summary>
internal sealed class CsvSchema(string[] columnNames, Type[] dataTypes, Func<IEnumerable<string>, Type> guessType)
{
    private readonly List<(long Number, string[] Fields)> _lines = [];
    private string[] _names = columnNames;
    private int _columns = dataTypes?.Length ?? 0;

    /// <summary>Reads the first <paramref name="guessRows"/> lines; the header is one of them.</summary>
    public void Read(CsvReader reader, bool header, long lines, int guessRows, bool renameDuplicates)
    {
        long line = 0;
        while (line != Math.Max(guessRows, 1) && reader.Read())
        {
            string[] fields = [.. reader.Fields];
            if (renameDuplicates && line == 0)
            {
                Rename(fields);
            }

            if (line < lines && header && line == 0)
            {
                _names ??= fields;
            }
            else if (line < lines && _lines.Count < guessRows)
            {
                _lines.Add((line, fields));
                _columns = Math.Max(_columns, fields.Length);
            }

            line++;
        }

        if (line == 0)
        {
            throw new FormatException(Messages.EmptyFile);
        }
    }

    public IEnumerable<DataFrameColumn> CreateColumns() =>
        [.. Enumerable.Range(0, _columns).Select(column => DataFrame.CreateColumn(dataTypes is null ? Guess(column) : dataTypes[column], Name(column)))];

    // "a", "a", "a" become "a", "a.1", "a.2".
    private static void Rename(string[] names)
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            var times = seen.GetValueOrDefault(name);
            seen[name] = times + 1;
            names[i] = times == 0 ? name : $"{name}.{times}";
        }
    }

    private string Name(int column) => _names is null || string.IsNullOrEmpty(_names[column]) ? $"Column{column}" : _names[column];

    private Type Guess(int column)
    {
        var cells = _lines.Select(line => column < line.Fields.Length
            ? line.Fields[column]
            : throw new FormatException(Messages.LessColumnsThanExpected(line.Number + 1)));
        return guessType is null ? GuessFrom(cells) : guessType(cells);
    }

    // Numbers are always guessed as Single, and in the current culture; cells that disagree settle on text before numbers before truth values.
    private static Type GuessFrom(IEnumerable<string> cells)
    {
        Type guess = null;
        foreach (var cell in cells.Where(cell => !string.IsNullOrEmpty(cell) && !cell.Equals("null", StringComparison.OrdinalIgnoreCase)))
        {
            var type = TypeOf(cell);
            guess = guess is null || Rank(type) > Rank(guess) ? type : guess;
        }

        return guess ?? typeof(string);
    }

    private static Type TypeOf(string cell) =>
        bool.TryParse(cell, out _) ? typeof(bool)
        : float.TryParse(cell, out _) ? typeof(float)
        : DateTime.TryParse(cell, out _) ? typeof(DateTime)
        : typeof(string);

    private static int Rank(Type type) => Array.IndexOf([typeof(DateTime), typeof(bool), typeof(float), typeof(string)], type);
}
