using Experiments.Data;

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>A file that the reader has never seen the like of.</summary>
/// <param name="Number">What it was made from: the same number makes the same file on every machine.</param>
/// <param name="Kind">What it is read as.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Story">What was done to it, step by step.</param>
internal sealed record FuzzedFile(int Number, IdxKind Kind, byte[] Bytes, string Story)
{
    /// <summary>If not null, the file is whole by its formats' definitions, and this is the content that must be read.</summary>
    public byte[]? WholeContent { get; init; }

    /// <summary>
    /// Bytes that the file really inflates to, as far as anything in it was made to; what is read may cost memory for these.
    /// </summary>
    public long Inflated { get; init; }
}
