using System.Buffers.Binary;

namespace Experiments.Data;

/// <summary>
/// The checksum at the end of gzip files (RFC 1952, section 8), computed while bytes pass by: eight bytes a step, with eight tables (M. Kounavis,
/// F. Berry, "A Systematic Approach to Building High Performance Software-Based CRC Generators", ISCC 2005).
/// </summary>
/// <remarks>.NET's own gzip reader skips the comparison if the file ends before the checksum is complete.</remarks>
internal struct Crc32
{
    // The reflected polynomial of ISO 3309.
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    // Complemented, so that a new one stands for no bytes.
    private uint _complement;

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly uint Value => _complement;

    /// <summary>Takes more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_complement;
        uint[][] t = Tables;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][(byte)low] ^ t[6][(byte)(low >> 8)] ^ t[5][(byte)(low >> 16)] ^ t[4][low >> 24]
                ^ t[3][(byte)high] ^ t[2][(byte)(high >> 8)] ^ t[1][(byte)(high >> 16)] ^ t[0][high >> 24];
        }

        foreach (byte one in bytes)
        {
            crc = t[0][(byte)(crc ^ one)] ^ (crc >> 8);
        }

        _complement = ~crc;
    }

    // Table k says what a byte does to the checksum once k more bytes have passed.
    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(one => OfByte((uint)one))];
        for (int k = 1; k < 8; k++)
        {
            uint[] before = tables[k - 1];
            tables[k] = [.. before.Select(crc => tables[0][(byte)crc] ^ (crc >> 8))];
        }

        return tables;
    }

    private static uint OfByte(uint crc)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? Polynomial ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
