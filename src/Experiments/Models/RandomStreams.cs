using System.Buffers.Binary;

namespace Experiments.Models;

/// <summary>
/// The random streams of one seed, one per purpose. A stream depends on the seed and the purpose's name alone, so another layer, probe or
/// variant never shifts it, and the same seed sees the same order of images in every variant.
/// </summary>
/// <param name="Seed">The repetition's number, 0 or more.</param>
public sealed record RandomStreams(int Seed)
{
    /// <summary>A new generator at the start of the purpose's stream. The caller disposes it.</summary>
    /// <param name="purpose">What is drawn from it, such as <c>shuffle</c>.</param>
    public torch.Generator Generator(string purpose) => new(Start(purpose));

    /// <summary>The stream's starting number: the first 8 bytes of SHA-256("seed/purpose").</summary>
    internal ulong Start(string purpose) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}/{purpose}")));
}
