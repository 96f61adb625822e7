using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Experiments.Results;

/// <summary>
/// The file format of a cell: a CSV in long form, <c>epoch,step,split,metric,layer,value</c>, closed by a comment line with the SHA-256 of
/// everything above it. Values carry 9 significant digits, which identify a single-precision number.
/// </summary>
public static class Cell
{
    private const string Header = "epoch,step,split,metric,layer,value";
    private const string Seal = "# sha256 ";

    /// <summary>The file's text.</summary>
    public static string Format(IEnumerable<Measurement> measurements)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in measurements)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Epoch},{row.Step},{row.Split},{row.Metric},{row.Layer},{row.Value:G9}\n");
        }

        var rows = text.ToString();
        return $"{rows}{Seal}{Digest(rows)}\n";
    }

    /// <summary>Reads a cell and checks that it is whole.</summary>
    /// <param name="path">Path of a <c>seed-n.csv</c>.</param>
    /// <exception cref="BadResultException">The file is damaged, cut short, or not a cell.</exception>
    public static IReadOnlyList<Measurement> Read(string path)
    {
        var text = ReadText(path);
        var seal = text.LastIndexOf(Seal, StringComparison.Ordinal);
        if (seal < 0 || text[(seal + Seal.Length)..] != Digest(text[..seal]) + "\n")
        {
            throw new BadResultException($"{path} is damaged or cut short: its checksum does not fit. Remove it and run the recipe again.");
        }

        var lines = text[..seal].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines[0] == Header
            ? [.. lines.Skip(1).Select(ParseRow)]
            : throw new BadResultException($"{path} has the columns '{lines[0]}' where '{Header}' belongs. It was written by another version: remove it and run the recipe again.");
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadResultException($"{path} cannot be read: {problem.Message}");
        }
    }

    private static Measurement ParseRow(string line)
    {
        var fields = line.Split(',');
        return new(
            int.Parse(fields[0], CultureInfo.InvariantCulture),
            long.Parse(fields[1], CultureInfo.InvariantCulture),
            fields[2],
            fields[3],
            fields[4].Length == 0 ? null : int.Parse(fields[4], CultureInfo.InvariantCulture),
            double.Parse(fields[5], CultureInfo.InvariantCulture));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
