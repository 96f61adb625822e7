using System.Buffers.Binary;
using Google.Protobuf;
using Tensorboard;

namespace Experiments.Tests.Reports.TensorBoard;

/// <summary>Reads event files: records by their lengths and checksums, and what is in them by TorchSharp's parser.</summary>
internal static class EventReader
{
    /// <summary>The events of a file; a record that is cut short or whose checksums do not fit throws.</summary>
    public static IReadOnlyList<Event> Read(string path)
    {
        var events = new List<Event>();
        for (ReadOnlySpan<byte> rest = File.ReadAllBytes(path); rest.Length > 0;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(rest);
            var content = rest.Slice(12, length);
            Check(rest[..8], rest[8..12]);
            Check(content, rest.Slice(12 + length, 4));
            events.Add(Event.Parser.ParseFrom(new CodedInputStream(content.ToArray())));
            rest = rest[(12 + length + 4)..];
        }

        return events;
    }

    /// <summary>All numbers of events, by tag and step.</summary>
    public static IReadOnlyDictionary<(string Tag, long Step), float> Scalars(IEnumerable<Event> events) => (
        from read in events
        where read.Summary is not null
        from value in read.Summary.Value
        where value.ValueCase == Summary.Types.Value.ValueOneofCase.SimpleValue
        select ((value.Tag, read.Step), value.SimpleValue)).ToDictionary();

    // Bit by bit, as RFC 3720 has it, and unmasked as TensorFlow does.
    private static void Check(ReadOnlySpan<byte> content, ReadOnlySpan<byte> masked)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82f63b78);
            }
        }

        var rotated = BinaryPrimitives.ReadUInt32LittleEndian(masked) - 0xa282ead8;
        Assert.Equal(~crc, (rotated >> 17) | (rotated << 15));
    }
}
