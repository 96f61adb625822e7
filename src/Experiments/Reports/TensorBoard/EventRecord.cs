using System.Buffers.Binary;
using System.Numerics;

namespace Experiments.Reports.TensorBoard;

/// <summary>
/// A record of TensorFlow's record files, which event files are: length, masked CRC-32C of the length, bytes, masked CRC-32C of the bytes.
/// </summary>
internal static class EventRecord
{
    /// <summary>Bytes of a record before and after its content.</summary>
    public const int Head = 12, Tail = 4;

    /// <summary>The record that holds a message.</summary>
    public static byte[] Of(ProtobufMessage message)
    {
        var content = message.Bytes;
        var record = new byte[Head + content.Length + Tail];
        BinaryPrimitives.WriteInt64LittleEndian(record, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(long)), Mask(Crc32C(record.AsSpan(0, sizeof(long)))));
        content.CopyTo(record.AsSpan(Head));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(Head + content.Length), Mask(Crc32C(content)));
        return record;
    }

    /// <summary>The CRC-32C of RFC 3720: <c>e3069283</c> of "123456789".</summary>
    public static uint Crc32C(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }

    /// <summary>A checksum as it stands beside what it is of: so masked, since a CRC of bytes that hold their own CRC is weak.</summary>
    public static uint Mask(uint crc) => BitOperations.RotateRight(crc, 15) + 0xa282ead8;
}
