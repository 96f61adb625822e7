namespace Experiments.CommandLine.Output;

/// <summary>Rows in aligned columns; the first column to the left, all others to the right.</summary>
/// <param name="headers">The columns' names.</param>
internal sealed class TextTable(params IReadOnlyList<string> headers)
{
    private const string Bold = "\e[1m";
    private const string Plain = "\e[0m";
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <summary>Number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Whether columns after the first are aligned to the left, too: for words.</summary>
    public bool IsText { get; init; }

    /// <summary>Adds a row, one text per column.</summary>
    public void Add(params IReadOnlyList<string> cells) => rows.Add(cells);

    /// <summary>Writes the headers, unless they are all empty, and the rows.</summary>
    public void Write(TextWriter output, bool color)
    {
        int[] widths = [.. headers.Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max())];
        if (headers.Any(header => header.Length > 0))
        {
            var line = Line(headers, widths);
            output.WriteLine(color ? Bold + line + Plain : line);
        }

        rows.ForEach(row => output.WriteLine(Line(row, widths)));
    }

    private string Line(IReadOnlyList<string> cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => column == 0 || IsText ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
}
