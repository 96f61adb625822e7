using System.Buffers;
using System.Buffers.Binary;

namespace Experiments.Reports.TensorBoard;

/// <summary>A protobuf message in its wire format: fields are added by number, in any order.</summary>
internal sealed class ProtobufMessage
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>The message so far.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>Adds a whole number, which is not negative.</summary>
    public ProtobufMessage Add(int field, long value)
    {
        WriteVarint((ulong)field << 3);
        WriteVarint((ulong)value);
        return this;
    }

    /// <summary>Adds a number in double precision.</summary>
    public ProtobufMessage Add(int field, double value)
    {
        WriteVarint(((ulong)field << 3) | 1);
        Write(value);
        return this;
    }

    /// <summary>Adds a number in single precision.</summary>
    public ProtobufMessage Add(int field, float value)
    {
        Span<byte> text = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(text, value);
        WriteVarint(((ulong)field << 3) | 5);
        bytes.Write(text);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public ProtobufMessage Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a message.</summary>
    public ProtobufMessage Add(int field, ProtobufMessage message) => Add(field, message.Bytes);

    /// <summary>Adds a packed list of numbers in double precision.</summary>
    public ProtobufMessage Add(int field, IReadOnlyList<double> values)
    {
        WriteVarint(((ulong)field << 3) | 2);
        WriteVarint((ulong)values.Count * sizeof(double));
        foreach (var value in values)
        {
            Write(value);
        }

        return this;
    }

    private ProtobufMessage Add(int field, ReadOnlySpan<byte> content)
    {
        WriteVarint(((ulong)field << 3) | 2);
        WriteVarint((ulong)content.Length);
        bytes.Write(content);
        return this;
    }

    private void Write(double value)
    {
        Span<byte> text = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(text, value);
        bytes.Write(text);
    }

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Write([(byte)(value | 0x80)]);
        }

        bytes.Write([(byte)value]);
    }
}
