namespace Experiments.CommandLine.Output;

/// <summary>Rows in columns of given greatest widths; what is longer goes on in the next line of its cell.</summary>
/// <param name="columns">Each column's name and greatest width.</param>
internal sealed class WrappedTable(params IReadOnlyList<(string Name, int Width)> columns)
{
    private const string Plain = "\e[0m";
    private readonly List<(string Style, IReadOnlyList<string> Cells)> rows = [];

    /// <summary>Blanks before every line.</summary>
    public int Indent { get; init; }

    /// <summary>Adds a row, one text per column, each of which may have several lines.</summary>
    /// <param name="style">Escape sequence for the first column on a coloured terminal; empty for none.</param>
    /// <param name="cells">The texts.</param>
    public void Add(string style, params IReadOnlyList<string> cells) => rows.Add((style, cells));

    /// <summary>Writes the headers and the rows.</summary>
    public void Write(TextWriter output, bool color)
    {
        var wrapped = rows.Select(row => (row.Style, Cells: row.Cells.Select((text, column) => Wrap(text, columns[column].Width)).ToList())).ToList();
        int[] widths = [.. columns.Select((header, column) => wrapped.SelectMany(row => row.Cells[column]).Append(header.Name).Max(line => line.Length))];
        WriteLine(output, [.. columns.Select(column => column.Name)], widths, color ? "\e[1m" : "", all: true);
        foreach (var (style, cells) in wrapped)
        {
            for (var line = 0; line < cells.Max(cell => cell.Count); line++)
            {
                WriteLine(output, [.. cells.Select(cell => line < cell.Count ? cell[line] : "")], widths, color ? style : "", all: false);
            }
        }
    }

    /// <summary>A text in lines of at most a width, broken at spaces; a word that is longer has a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line);
                    line = "";
                }

                line += line.Length > 0 ? " " + word : word;
            }

            lines.Add(line);
        }

        return lines;
    }

    private void WriteLine(TextWriter output, IReadOnlyList<string> cells, int[] widths, string style, bool all)
    {
        var line = string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
        var styled = all ? line.Length : Math.Min(line.Length, widths[0]);
        output.Write(new string(' ', line.Length > 0 ? Indent : 0));
        output.WriteLine(style.Length > 0 && styled > 0 ? $"{style}{line[..styled]}{Plain}{line[styled..]}" : line);
    }
}
