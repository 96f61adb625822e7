using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Experiments.Data;

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>The reader did what it must never do.</summary>
internal sealed class FuzzFinding(FuzzedFile file, string what, Exception? cause = null)
    : Exception($"file {file.Number} ({file.Story}; {file.Bytes.Length} bytes, as {file.Kind}): {what}", cause);

/// <summary>What reading one file came to.</summary>
/// <param name="Outcome">"read", or what was wrong with it in a few words.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Allocated">Bytes of managed memory allocated on the way.</param>
internal readonly record struct FuzzOutcome(string Outcome, TimeSpan Time, long Allocated);

/// <summary>Reads files and judges what comes of it by a simple reading of the formats' definitions.</summary>
internal static class FuzzReader
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(5);

    // The buffers of a file and of gzip, a hash and a message.
    private const int FixedAllocation = 1 << 19;

    /// <summary>Writes a file to a path and reads it.</summary>
    /// <exception cref="FuzzFinding">What comes of it is neither the right content nor one clear error, or it costs too much.</exception>
    public static FuzzOutcome Read(FuzzedFile file, string path)
    {
        File.WriteAllBytes(path, file.Bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        string outcome;
        IdxFile? read = null;
        try
        {
            read = IdxFile.Read(path, file.Kind);
            outcome = "read";
        }
        catch (BadDataException e)
        {
            outcome = OutcomeOf(file, path, e.Message);
        }
        catch (Exception e)
        {
            throw new FuzzFinding(file, $"{e.GetType().Name}: {e.Message}", e);
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        ClaimEvaluator(file, read, time, allocated);
        return new FuzzOutcome(outcome, time, allocated);
    }

    private static void ClaimEvaluator(FuzzedFile file, IdxFile? read, TimeSpan time, long allocated)
    {
        if (time > LongestTime)
        {
            throw new FuzzFinding(file, $"it took {time.TotalSeconds:F1} s");
        }

        // In proportion to the file and to what it inflates to, never to what it claims.
        if (allocated > FixedAllocation + (1100L * file.Bytes.Length) + (3 * file.Inflated))
        {
            throw new FuzzFinding(file, $"{allocated:N0} bytes were allocated");
        }

        if (read is null)
        {
            if (file.WholeContent is not null)
            {
                throw new FuzzFinding(file, "a whole file was refused");
            }
        }
        else if (!Content(read).AsSpan().SequenceEqual(file.WholeContent ?? Reference(file)))
        {
            throw new FuzzFinding(file, "what was read is not what the file holds");
        }
    }

    private static string OutcomeOf(FuzzedFile file, string path, string message)
    {
        bool isOneLine = message.All(letter => !char.IsControl(letter));
        bool saysWhere = message.StartsWith(path + ": ", StringComparison.Ordinal)
            && (message.Contains("at byte ", StringComparison.Ordinal) || message.Contains("gzip", StringComparison.Ordinal));
        bool saysWhatToDo = message.Contains("; replace it with a good copy", StringComparison.Ordinal);
        return isOneLine && saysWhere && saysWhatToDo && message.Length < path.Length + 300
            ? KindOf(message[(path.Length + 2)..])
            : throw new FuzzFinding(file, $"the message is not one clear line: {message}");
    }

    // Numbers left out, so that messages of one kind count together.
    private static string KindOf(string message)
    {
        string what = message[..message.IndexOf(';', StringComparison.Ordinal)].Split(", at byte ")[0];
        IEnumerable<string> words = what.Split('(', ':')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word.Any(char.IsDigit) ? "#" : word));
    }

    private static byte[] Content(IdxFile read)
    {
        var header = new byte[4 + (4 * read.Dimensions.Count)];
        BinaryPrimitives.WriteInt32BigEndian(header, (int)read.Kind);
        for (int i = 0; i < read.Dimensions.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), read.Dimensions[i]);
        }

        return [.. header, .. read.Data.Span];
    }

    /// <summary>
    /// What a file holds that claims to be whole: all of it inflated, agreeing with the checksum and the length at its end.
    /// </summary>
    private static byte[] Reference(FuzzedFile file)
    {
        byte[] bytes = file.Bytes;
        byte[] content = bytes is [0x1F, 0x8B, ..] ? Inflate(file) : bytes;
        long product = 1;
        int header = file.Kind == IdxKind.Images ? 16 : 8;
        for (int at = 4; at < header; at += 4)
        {
            product *= BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
        }

        bool isWhole = BinaryPrimitives.ReadUInt32BigEndian(content) == (uint)file.Kind && product == content.Length - header
            && product > 0;
        return isWhole ? content : throw new FuzzFinding(file, "a damaged file was taken for a whole one");
    }

    private static byte[] Inflate(FuzzedFile file)
    {
        using var stream = new GZipStream(new MemoryStream(file.Bytes), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        stream.CopyTo(inflated);
        byte[] content = inflated.ToArray();
        ReadOnlySpan<byte> trailer = file.Bytes.AsSpan(file.Bytes.Length - 8);
        uint lastMember = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        return lastMember <= content.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(trailer) == GzipMember.Crc32(content.AsSpan(content.Length - (int)lastMember))
            ? content
            : throw new FuzzFinding(file, "a gzip file was taken for whole whose end does not fit it");
    }
}
