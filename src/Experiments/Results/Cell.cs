using System.Buffers;

namespace Experiments.Results;

/// <summary>
/// The file format of a cell: a CSV in long form, <c>epoch,step,split,metric,layer,value</c>, closed by two comment lines: whose cell it
/// is, and the SHA-256 of everything above. Values carry 9 significant digits, which identify a single-precision number. Nothing in it
/// depends on when or where it was computed. Cells of version 0.1 do not say whose they are; they are read all the same.
/// </summary>
public static class Cell
{
    private const string Header = "epoch,step,split,metric,layer,value";
    private const string Owner = "# cell ";
    private const string Seal = "# sha256 ";
    private const string Again = "The next 'run' sets it aside and computes the cell anew.";
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(",\"\r\n");

    /// <summary>A row whose names a cell's file can hold.</summary>
    /// <exception cref="ArgumentException">It cannot hold the name of the metric or of the split.</exception>
    public static Measurement Checked(Measurement row) =>
        Array.Find([row.Metric, row.Split], name => name.AsSpan().ContainsAny(NotInNames)) is not { } name
            ? row
            : throw new ArgumentException(
                $"A metric or a split is called '{name.ReplaceLineEndings(" ")}': names have no commas, quotes or line breaks. Rename it.");

    /// <summary>The file's text.</summary>
    /// <param name="measurements">Its rows.</param>
    /// <param name="name">Whose cell it is, as <c>depth/1-hidden-0123456789/seed-0</c>; null to leave it unsaid.</param>
    /// <exception cref="ArgumentException">A metric or a split has a name that the file cannot hold.</exception>
    public static string Format(IEnumerable<Measurement> measurements, string? name = null)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in measurements.Select(Checked))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Epoch},{row.Step},{row.Split},{row.Metric},{row.Layer},{Digits(row.Value)}\n");
        }

        if (name is not null)
        {
            text.Append(Owner).Append(name).Append('\n');
        }

        var rows = text.ToString();
        return $"{rows}{Seal}{ResultKey.Digest(rows)}\n";
    }

    /// <summary>A value as it stands in a cell.</summary>
    internal static string Digits(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>Reads a cell and checks that it is whole.</summary>
    /// <param name="path">Path of a <c>seed-n.csv</c>.</param>
    /// <param name="name">Whose cell it must be, if it says so; null for anybody's.</param>
    /// <exception cref="BadResultException">The file is damaged, cut short, not a cell, or another's.</exception>
    public static IReadOnlyList<Measurement> Read(string path, string? name = null)
    {
        try
        {
            return Parse(path, AtomicFile.Read(path), name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message}");
        }
    }

    /// <summary>Reads a cell's text, from a file of that path, and checks that it is whole.</summary>
    /// <exception cref="BadResultException">It is damaged, cut short, not a cell, or another's.</exception>
    internal static IReadOnlyList<Measurement> Parse(string path, ReadOnlySpan<byte> content, string? name = null)
    {
        var rest = Unsealed(path, content);
        var header = NextLine(ref rest);
        if (!header.SequenceEqual(Encoding.UTF8.GetBytes(Header)))
        {
            throw new BadResultException(
                $"{path} has the columns '{Encoding.UTF8.GetString(header)}' where '{Header}' belongs: another version wrote it. {Again}");
        }

        var rows = new List<Measurement>(rest.Count((byte)'\n'));
        var last = header;
        for (var number = 2; NextLine(ref rest) is { Length: > 0 } line; number++)
        {
            last = line;
            if (line[0] != '#')
            {
                rows.Add(CellRow.TryParse(line, out var row) ? row : throw Problem(path, number, Encoding.UTF8.GetString(line)));
            }
        }

        return name is null || OwnerOf(last) is not { } owner || owner == name ? rows
            : throw new BadResultException($"{path} is the cell {owner}, which does not belong there: {name} does. {Again}");
    }

    // The next line that is not empty; empty at the end.
    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart((byte)'\n');
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = rest[line.Length..];
        return line;
    }

    private static string? OwnerOf(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line) is var text && text.StartsWith(Owner, StringComparison.Ordinal) ? text[Owner.Length..] : null;

    // Everything above the seal, if the seal fits.
    private static ReadOnlySpan<byte> Unsealed(string path, ReadOnlySpan<byte> content)
    {
        var seal = content.LastIndexOf(Encoding.UTF8.GetBytes(Seal));
        return seal >= 0
            && Encoding.UTF8.GetString(content[seal..]) == $"{Seal}{Convert.ToHexStringLower(SHA256.HashData(content[..seal]))}\n"
            ? content[..seal]
            : throw new BadResultException($"{path} is damaged or cut short: its checksum does not fit. {Again}");
    }

    // In words, of a line that is no row.
    private static BadResultException Problem(string path, int number, string line)
    {
        var fields = line.Split(',');
        if (fields.Length != 6)
        {
            return new($"{path}, line {number}: expected 6 fields, found {fields.Length}. {Again}");
        }

        try
        {
            _ = int.Parse(fields[0], CultureInfo.InvariantCulture);
            _ = long.Parse(fields[1], CultureInfo.InvariantCulture);
            _ = fields[4].Length == 0 ? 0 : int.Parse(fields[4], CultureInfo.InvariantCulture);
            _ = double.Parse(fields[5], CultureInfo.InvariantCulture);
            return new($"{path}, line {number}: '{line}' is no row. {Again}");
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            return new($"{path}, line {number}: {problem.Message} {Again}");
        }
    }
}
