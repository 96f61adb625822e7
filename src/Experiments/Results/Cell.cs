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
        var lines = Encoding.UTF8.GetString(Unsealed(path, content)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [Header, ..])
        {
            throw new BadResultException(
                $"{path} has the columns '{lines.FirstOrDefault()}' where '{Header}' belongs: another version wrote it. {Again}");
        }

        if (name is not null && lines[^1].StartsWith(Owner, StringComparison.Ordinal) && lines[^1][Owner.Length..] != name)
        {
            throw new BadResultException(
                $"{path} is the cell {lines[^1][Owner.Length..]}, which does not belong there: {name} does. {Again}");
        }

        return [.. from line in lines.Index().Skip(1) where !line.Item.StartsWith('#') select ParseRow(path, line.Index + 1, line.Item)];
    }

    // Everything above the seal, if the seal fits.
    private static ReadOnlySpan<byte> Unsealed(string path, ReadOnlySpan<byte> content)
    {
        var seal = content.LastIndexOf(Encoding.UTF8.GetBytes(Seal));
        return seal >= 0
            && Encoding.UTF8.GetString(content[seal..]) == $"{Seal}{Convert.ToHexStringLower(SHA256.HashData(content[..seal]))}\n"
            ? content[..seal]
            : throw new BadResultException($"{path} is damaged or cut short: its checksum does not fit. {Again}");
    }

    private static Measurement ParseRow(string path, int number, string line)
    {
        var fields = line.Split(',');
        if (fields.Length != 6)
        {
            throw new BadResultException($"{path}, line {number}: expected 6 fields, found {fields.Length}. {Again}");
        }

        try
        {
            return new(
                int.Parse(fields[0], CultureInfo.InvariantCulture),
                long.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[2],
                fields[3],
                fields[4].Length == 0 ? null : int.Parse(fields[4], CultureInfo.InvariantCulture),
                double.Parse(fields[5], CultureInfo.InvariantCulture));
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw new BadResultException($"{path}, line {number}: {problem.Message} {Again}");
        }
    }
}
