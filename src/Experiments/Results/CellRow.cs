namespace Experiments.Results;

/// <summary>Reads rows of cells, of which there may be millions: from bytes, and with each name in memory once.</summary>
internal static class CellRow
{
    private const int LongestName = 64;
    private const int MostNames = 4_096; // those of pixels and predictions differ from cell to cell

    [ThreadStatic]
    private static Dictionary<string, string>? names;

    /// <summary>Reads a line, <c>epoch,step,split,metric,layer,value</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out Measurement row)
    {
        row = default;
        Span<Range> fields = stackalloc Range[7];
        var count = 0;
        foreach (var field in line.Split((byte)','))
        {
            if (count == 6)
            {
                return false;
            }

            fields[count++] = field;
        }

        if (count != 6
            || !int.TryParse(line[fields[0]], CultureInfo.InvariantCulture, out var epoch)
            || !long.TryParse(line[fields[1]], CultureInfo.InvariantCulture, out var step)
            || !TryParseLayer(line[fields[4]], out var layer)
            || !double.TryParse(line[fields[5]], CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        row = new(epoch, step, Name(line[fields[2]]), Name(line[fields[3]]), layer, value);
        return true;
    }

    private static bool TryParseLayer(ReadOnlySpan<byte> text, out int? layer)
    {
        layer = int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Length == 0 || layer is not null;
    }

    private static string Name(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text.Length > LongestName)
        {
            return Encoding.UTF8.GetString(text);
        }

        Span<char> letters = stackalloc char[LongestName];
        letters = letters[..Encoding.UTF8.GetChars(text, letters)];
        var known = names ??= [];
        var byLetters = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!byLetters.TryGetValue(letters, out var name))
        {
            name = new(letters);
            if (known.Count < MostNames)
            {
                known[name] = name;
            }
        }

        return name;
    }
}
