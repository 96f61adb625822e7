using System.Buffers.Binary;

namespace Experiments.Data;

/// <summary>The checked header of an IDX file.</summary>
internal sealed record IdxHeader(int[] Dimensions, int PayloadLength)
{
    /// <summary>
    /// The greatest content read: every image set of this family is smaller (EMNIST by class has 547 MB), and it fits one array.
    /// </summary>
    public const long LongestPayload = 1L << 30;

    public int Length => 4 + (4 * Dimensions.Length);

    public static IdxHeader Read(IdxContent content, IdxKind kind)
    {
        Span<byte> bytes = stackalloc byte[4 + (4 * DimensionCount(kind))];
        int got = content.ReadUpTo(bytes);
        CheckMagic(content, kind, bytes[..got]);
        if (got < bytes.Length)
        {
            throw content.Error($"the file ends inside its header, which has {bytes.Length} bytes", got);
        }

        var dimensions = new int[DimensionCount(kind)];
        long payload = 1;
        for (int i = 0; i < dimensions.Length; i++)
        {
            int offset = 4 + (4 * i);
            uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);
            string what = i == 0 ? "count" : i == 1 ? "number of rows" : "number of columns";
            if (size == 0)
            {
                throw content.Error($"the {what} is 0, so the file holds no {Name(kind)}", offset);
            }

            // Each factor is at most 2^32 and the product so far at most 2^30: no overflow before the check.
            payload *= size;
            if (payload > LongestPayload)
            {
                throw content.Error(
                    $"the {what} {size:N0} would make {payload:N0} bytes or more, the limit is {LongestPayload:N0}", offset);
            }

            dimensions[i] = (int)size;
        }

        return new IdxHeader(dimensions, (int)payload);
    }

    private static void CheckMagic(IdxContent content, IdxKind kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            throw content.Error(bytes.Length == 0 ? "the file is empty" : "the file ends inside its magic number", bytes.Length);
        }

        uint magic = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (magic != (uint)kind)
        {
            throw content.Error($"{Guess(magic, kind, bytes)} (magic number 0x{magic:X8}, {Name(kind)} have 0x{(uint)kind:X8})", 0);
        }
    }

    private static string Guess(uint magic, IdxKind kind, ReadOnlySpan<byte> bytes) => magic switch
    {
        (uint)IdxKind.Images => "this file holds images, not labels: images and labels are swapped",
        (uint)IdxKind.Labels => "this file holds labels, not images: images and labels are swapped",
        0x01080000 or 0x03080000 => "the header's numbers are little-endian, IDX is big-endian",
        _ when bytes[0] == 0x1F && bytes[1] == 0x8B => "the content is gzip again, compressed twice",
        _ when bytes.StartsWith("vers"u8) => "this is a Git LFS pointer and not the file itself",
        _ when bytes.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] => "this is a web page and not an IDX file",
        _ when magic >> 16 != 0 => "not an IDX file",
        _ when (magic >> 8) != 8 => $"elements of IDX type 0x{magic >> 8:X2} instead of unsigned bytes",
        _ => $"{magic & 0xFF} dimensions instead of {DimensionCount(kind)}",
    };

    private static int DimensionCount(IdxKind kind) => (int)kind & 0xFF;

    private static string Name(IdxKind kind) => kind == IdxKind.Images ? "images" : "labels";
}
