using Spectre.Console;

namespace Experiments.CommandLine.Output;

/// <summary>Rows in aligned columns; the first column to the left, all others to the right.</summary>
/// <param name="headers">The columns' names.</param>
internal sealed class TextTable(params IReadOnlyList<string> headers)
{
    private const int NoLimit = 100_000;
    private readonly List<(Style? Style, IReadOnlyList<string> Cells)> rows = [];

    /// <summary>Whether columns after the first are aligned to the left, too: for words.</summary>
    public bool IsText { get; init; }

    /// <summary>Columns of the terminal, within which long cells go on in a next line; null for lines as long as they have to be.</summary>
    public int? Width { get; init; }

    /// <summary>Width of the second column, where lines have no limit; null for as wide as its longest cell.</summary>
    public int? WidthOfSecond { get; init; }

    /// <summary>Number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>Adds a row, one text per column.</summary>
    public void Add(params IReadOnlyList<string> cells) => rows.Add((null, cells));

    /// <summary>Adds a row whose first cell has a colour, where colours are wanted.</summary>
    public void Add(Color color, params IReadOnlyList<string> cells) => rows.Add((new Style(color), cells));

    /// <summary>Writes the headers, unless they are all empty, and the rows.</summary>
    public void Write(TextWriter output, bool color)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = headers.Any(header => header.Length > 0) };
        foreach (var (at, header) in headers.Index())
        {
            table.AddColumn(new TableColumn(new Text(header, color ? new Style(decoration: Decoration.Bold) : Style.Plain))
            {
                Alignment = at == 0 || IsText ? Justify.Left : Justify.Right,
                Padding = new(0, 0, at < headers.Count - 1 ? 2 : 0, 0),
                Width = at == 1 && Width is null ? WidthOfSecond : null,
                NoWrap = at == 0 || (Width is null && (at != 1 || WidthOfSecond is null)),
            });
        }

        foreach (var (style, cells) in rows)
        {
            table.AddRow(cells.Select((cell, at) => new Text(OneLine.Visible(cell), color && at == 0 ? style : null)));
        }

        using var text = new StringWriter();
        Ansi.Console(text, color, Width ?? NoLimit).Write(table);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n'))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Writes the table in Markdown.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isMarkdown">Whether cells are Markdown themselves, rather than text.</param>
    public void WriteMarkdown(TextWriter output, bool isMarkdown = false)
    {
        output.WriteLine($"| {string.Join(" | ", headers)} |");
        output.WriteLine($"|{string.Concat(headers.Select(_ => "---|"))}");
        foreach (var (_, cells) in rows)
        {
            output.WriteLine($"| {string.Join(" | ", cells.Select(cell => isMarkdown ? cell : Markdown.Escape(cell)))} |");
        }
    }
}
