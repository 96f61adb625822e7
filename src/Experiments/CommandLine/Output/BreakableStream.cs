namespace Experiments.CommandLine.Output;

/// <summary>A stream to write to whose reader may have gone or whose disk may be full.</summary>
/// <param name="inner">The stream of the process.</param>
/// <param name="answer">What to do about a write that fails.</param>
internal sealed class BreakableStream(Stream inner, Action<Exception> answer) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Results that do not arrive are a failure that is told.</summary>
    public static Stream Results(Stream inner) => new BreakableStream(inner, problem => throw new IOException(
        $"Results cannot be written to standard output: {Reason(problem)}. Let it lead to a terminal, "
            + "a pipe or a file on a disk with space left."));

    /// <summary>Messages that nobody can read stop nothing: neither a training under way nor the exit code that it ends with.</summary>
    public static Stream Messages(Stream inner) => new BreakableStream(inner, _ => { });

    public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

    public override void Flush() => Try(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            answer(problem);
        }
    }

    // .NET has this for a descriptor that is not open, and its words speak of a path.
    private static string Reason(Exception problem) =>
        problem is UnauthorizedAccessException ? "it is closed" : problem.Message.TrimEnd('.');
}
