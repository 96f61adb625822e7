using System.Buffers.Binary;
using System.Text;

namespace ScottPlot.Typefaces;

/// <summary>Big-endian access to the tables of one face in a TrueType or OpenType file.</summary>
internal sealed class OpenTypeReader
{
    private readonly Dictionary<string, (int Start, int Length)> tables = [];
    private readonly byte[] bytes;

    private OpenTypeReader(byte[] bytes, int directory)
    {
        this.bytes = bytes;
        int count = U16(directory + 4);
        for (int i = 0; i < count; i++)
        {
            int at = directory + 12 + 16 * i;
            tables[Encoding.ASCII.GetString(bytes, at, 4)] = ((int)U32(at + 8), (int)U32(at + 12));
        }
    }

    /// <summary>Every face in the file: one, or several in a collection.</summary>
    public static IEnumerable<OpenTypeReader> Faces(byte[] bytes)
    {
        if (bytes.Length < 16)
            yield break;
        uint tag = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (tag == 0x74746366) // 'ttcf'
        {
            int count = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8));
            for (int i = 0; i < count; i++)
                yield return new OpenTypeReader(bytes, (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12 + 4 * i)));
        }
        else if (tag is 0x00010000 or 0x4F54544F or 0x74727565) // TrueType, 'OTTO', 'true'
        {
            yield return new OpenTypeReader(bytes, 0);
        }
    }

    public bool Has(string table) => tables.ContainsKey(table);
    public int Start(string table) => tables[table].Start;
    public int Length(string table) => tables[table].Length;

    public byte U8(int at) => bytes[at];
    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));
    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    /// <summary>An entry of the name table (1 family, 16 typographic family), English or the first there is.</summary>
    public string? Name(int id)
    {
        if (!Has("name"))
            return null;
        int table = Start("name"), count = U16(table + 2), strings = table + U16(table + 4);
        string? found = null;
        for (int i = 0; i < count; i++)
        {
            int at = table + 6 + 12 * i;
            if (U16(at + 6) != id)
                continue;
            (int platform, int language, int length, int start) = (U16(at), U16(at + 4), U16(at + 8), strings + U16(at + 10));
            Encoding encoding = platform == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode;
            string text = encoding.GetString(bytes, start, length);
            if (platform == 3 && language == 0x409)
                return text;
            found ??= text;
        }
        return found;
    }

    /// <summary>Character to glyph, from the widest Unicode subtable.</summary>
    public Dictionary<int, int> CharacterMap()
    {
        Dictionary<int, int> map = [];
        if (!Has("cmap"))
            return map;
        int table = Start("cmap"), count = U16(table + 2), best = -1, bestFormat = 0;
        for (int i = 0; i < count; i++)
        {
            int platform = U16(table + 4 + 8 * i), encoding = U16(table + 6 + 8 * i);
            int subtable = table + (int)U32(table + 8 + 8 * i), format = U16(subtable);
            bool unicode = platform == 0 || (platform == 3 && encoding is 0 or 1 or 10);
            if (unicode && format is 4 or 12 && format > bestFormat)
                (best, bestFormat) = (subtable, format);
        }
        if (bestFormat == 12)
            ReadGroups(best, map);
        else if (bestFormat == 4)
            ReadSegments(best, map);
        return map;
    }

    private void ReadGroups(int subtable, Dictionary<int, int> map)
    {
        int groups = (int)U32(subtable + 12);
        for (int g = 0; g < groups; g++)
        {
            int at = subtable + 16 + 12 * g;
            int first = (int)U32(at), last = (int)U32(at + 4), glyph = (int)U32(at + 8);
            for (int c = first; c <= last; c++)
                map[c] = glyph + c - first;
        }
    }

    private void ReadSegments(int subtable, Dictionary<int, int> map)
    {
        int doubled = U16(subtable + 6);
        int ends = subtable + 14, starts = ends + doubled + 2, deltas = starts + doubled, offsets = deltas + doubled;
        for (int s = 0; s < doubled; s += 2)
        {
            int first = U16(starts + s), last = U16(ends + s), delta = U16(deltas + s), offset = U16(offsets + s);
            for (int c = first; c <= last && c != 0xFFFF; c++)
            {
                int glyph = offset == 0 ? c + delta : U16(offsets + s + offset + 2 * (c - first));
                if (offset != 0 && glyph != 0)
                    glyph += delta;
                if ((glyph & 0xFFFF) != 0)
                    map[c] = glyph & 0xFFFF;
            }
        }
    }
}
