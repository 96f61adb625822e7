using System.Text.Json;

namespace Experiments.Running;

/// <summary>
/// Cells in a file, one line each, for whatever hands them out: what <c>cells NAME --list</c> writes and <c>cells --run FILE:FROM-TO</c>
/// computes. A cell's line has its number, its variant's folder in the results folder, its seed, and the seconds that it is expected to
/// take, or a question mark, divided by tabs. The folder's name ends in the hash of what determines the cell, so a task that would compute
/// something else finds that out before it begins. docs/clusters.md describes the format.
/// </summary>
/// <param name="Program">The digest of the program that made the list: <see cref="ProgramDigest"/>.</param>
/// <param name="Studies">The cells by study; their numbers rise through all of them, from 1.</param>
internal sealed record CellList(string Program, IReadOnlyList<ListedStudy> Studies)
{
    private const string Title = "#cells\t1";

    /// <summary>The cells of all studies.</summary>
    public IEnumerable<ListedCell> Cells => Studies.SelectMany(study => study.Cells);

    /// <summary>Writes the list.</summary>
    public void Write(TextWriter output)
    {
        output.Write($"{Title}\n#program\t{Program}\n");
        foreach (var study in Studies)
        {
            output.Write($"#study\t{JsonSerializer.Serialize(study.Words, Plain)}\n#images\t{study.DataDigest}\t{study.DataSet}\n");
            foreach (var cell in study.Cells)
            {
                var seconds = cell.Seconds is { } time ? time.ToString("0.#", CultureInfo.InvariantCulture) : "?";
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{cell.Number}\t{cell.Folder}\t{cell.Seed}\t{seconds}\n"));
            }
        }
    }

    /// <summary>Reads a list, or the cells of it with numbers in a range and the studies that have any.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">The first number.</param>
    /// <param name="to">The last number.</param>
    /// <exception cref="FormatException">It is no list, or ends before the last number.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static CellList Read(string path, int from = 1, int to = int.MaxValue)
    {
        var (program, line, cells) = ("", 0, 0);
        var studies = new List<(IReadOnlyList<string> Words, string Digest, string Name, List<ListedCell> Cells)>();
        foreach (var fields in File.ReadLines(path).Select(text => text.Split('\t')))
        {
            line++;
            switch (fields)
            {
                case ["#cells", "1"] when line == 1:
                    break;
                case ["#program", var digest] when line > 1:
                    program = digest;
                    break;
                case ["#study", var words] when program.Length > 0:
                    studies.Add((WordsOf(words) ?? throw Wrong(), "", "", []));
                    break;
                case ["#images", var digest, var name] when studies is [.., { Digest: "" } last]:
                    studies[^1] = last with { Digest = digest, Name = name };
                    break;
                case [var number, { Length: > 0 } folder, var seed, var seconds] when studies is [.., { Digest.Length: > 0 } last]:
                    cells++;
                    var cell = CellOf(number, folder, seed, seconds);
                    last.Cells.AddRange(cell?.Number != cells ? throw Wrong() : cells >= from && cells <= to ? [cell] : []);
                    break;
                default:
                    throw Wrong();
            }
        }

        return line == 0 ? throw Wrong()
            : cells < (to < int.MaxValue ? to : 0)
            ? throw new FormatException($"{path} has {NumberText.Count(cells, "cell")}, so there is no cell {to}.")
            : new(program, [.. from study in studies
                               where study.Cells.Count > 0
                               select new ListedStudy(study.Words, study.Name, study.Digest, study.Cells)]);

        FormatException Wrong() =>
            new($"{path}, line {Math.Max(1, line)}, is not that of a list of cells, such as 'cells NAME --list' writes.");
    }

    private static ListedCell? CellOf(string number, string folder, string seed, string seconds) =>
        WholeNumber.Parse(number) is { } at && WholeNumber.Parse(seed) is { } repetition and >= 0
        && (seconds == "?" ? 0 : double.TryParse(seconds, CultureInfo.InvariantCulture, out var time) ? time : -1) is >= 0 and var expected
            ? new(at, folder, repetition, seconds == "?" ? null : expected) : null;

    private static string[]? WordsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>The cells of one study in a list.</summary>
/// <param name="Words">The words after <c>run</c> that make the study: a recipe's name and options.</param>
/// <param name="DataSet">What the images are called.</param>
/// <param name="DataDigest">Their SHA-256.</param>
/// <param name="Cells">The cells, in the order in which workers take them.</param>
internal sealed record ListedStudy(
    IReadOnlyList<string> Words, string DataSet, string DataDigest, IReadOnlyList<ListedCell> Cells);

/// <summary>One cell in a list.</summary>
/// <param name="Number">Its number in the list, from 1.</param>
/// <param name="Folder">Its variant's folder, as <c>depth/1-hidden-0123456789</c>, on every system.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Seconds">How long it is expected to take on one core; null if nothing is known.</param>
internal sealed record ListedCell(int Number, string Folder, int Seed, double? Seconds);
