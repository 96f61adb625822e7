using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Experiments.Training.Fused;

/// <summary>
/// libtorch's generator on the processor, MT19937 (Matsumoto and Nishimura 1998), sixteen words at a time: it draws the masks that
/// <c>bernoulli_</c> would draw, bit for bit, in a tenth of the time, and goes on from and gives back the generator's own state.
/// </summary>
internal sealed unsafe class MersenneTwister
{
    private const int Words = 624;
    private const int Ahead = 397;

    // A state as libtorch saves it: bytes in all, and where what is needed of it stands.
    private const int Size = 5056;
    private const int LeftAt = 8;
    private const int NextAt = 16;
    private const int WordsAt = 24; // each in 8 bytes

    private readonly byte[] saved;
    private readonly uint[] words = new uint[2 * Words]; // this block, and room for the next one
    private readonly uint[] block = new uint[Words]; // tempered
    private int next; // even: a draw takes two words

    /// <param name="state">A state as <see cref="Generator.get_state"/> gives it.</param>
    public MersenneTwister(byte[] state)
    {
        saved = state;
        for (var index = 0; index < Words; index++)
        {
            words[index] = (uint)SavedWords[index];
        }

        next = Saved(LeftAt) == 1 ? Words : Saved(NextAt);
        Temper();
    }

    private Span<ulong> SavedWords => MemoryMarshal.Cast<byte, ulong>(saved.AsSpan(WordsAt, 8 * Words));

    /// <summary>
    /// Whether this draws what libtorch draws on this machine: libtorch has several ways, depending on its build and the processor.
    /// </summary>
    /// <param name="generator">The generator; it is left as it was.</param>
    /// <param name="probability">The probability of a 1.</param>
    public static bool IsThatOf(Generator generator, double probability)
    {
        using var scope = NewDisposeScope();
        using var copy = new Generator();
        copy.set_state(generator.get_state());
        var state = copy.get_state().bytes.ToArray();
        if (!BitConverter.IsLittleEndian || state.Length != Size)
        {
            return false;
        }

        var twister = new MersenneTwister(state);
        if (twister.next % 2 == 1)
        {
            return false; // somebody has drawn a single word
        }

        var expected = empty(3, 701).bernoulli_(probability, copy); // over several blocks, and not in step with them
        var found = new float[3 * 701];
        twister.Bernoulli(found, probability, 1);
        return FusedMlp.Numbers(expected).SequenceEqual(found) && copy.get_state().bytes.SequenceEqual(twister.State());
    }

    /// <summary>Puts a value where a draw is below a probability, and 0 elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Bernoulli(Span<float> values, double probability, float value)
    {
        // libtorch draws 64 bits, the high half first, and takes the low 53 of them as a number from 0 to 1.
        const ulong mask = (1UL << 53) - 1;
        var bound = (ulong)Math.Ceiling(probability * (1UL << 53));
        for (var index = 0; index < values.Length;)
        {
            if (next == Words)
            {
                Twist();
            }

            var count = Math.Min((Words - next) / 2, values.Length - index);
            var draws = MemoryMarshal.Cast<uint, ulong>(block.AsSpan(next, 2 * count));
            var results = values.Slice(index, count);
            var done = 0;
            for (; done + Vector512<float>.Count <= count; done += Vector512<float>.Count)
            {
                var first = IsBelow(Vector512.Create<ulong>(draws[done..]), mask, bound);
                var second = IsBelow(Vector512.Create<ulong>(draws[(done + Vector512<ulong>.Count)..]), mask, bound);
                (Vector512.Narrow(first, second).AsSingle() & Vector512.Create(value)).CopyTo(results[done..]);
            }

            for (; done < count; done++)
            {
                results[done] = (ulong.RotateLeft(draws[done], 32) & mask) < bound ? value : 0;
            }

            next += 2 * count;
            index += count;
        }
    }

    /// <summary>The state, as libtorch takes it.</summary>
    public byte[] State()
    {
        for (var index = 0; index < Words; index++)
        {
            SavedWords[index] = words[index];
        }

        (Saved(LeftAt), Saved(NextAt)) = (Words + 1 - next, next);
        return saved;
    }

    private ref int Saved(int at) => ref MemoryMarshal.AsRef<int>(saved.AsSpan(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> IsBelow(Vector512<ulong> draws, ulong mask, ulong bound) =>
        Vector512.LessThan(((draws << 32) | (draws >>> 32)) & Vector512.Create(mask), Vector512.Create(bound));

    // Word n + 624 comes from words n, n + 1 and n + 397.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Twist()
    {
        fixed (uint* start = words)
        {
            for (var word = start; word < start + Words; word += Vector512<uint>.Count)
            {
                var (high, low) = (Vector512.Create(0x80000000), Vector512.Create(0x7fffffffu));
                var mixed = (Vector512.Load(word) & high) | (Vector512.Load(word + 1) & low);
                var odd = Vector512<uint>.Zero - (mixed & Vector512<uint>.One);
                (Vector512.Load(word + Ahead) ^ (mixed >>> 1) ^ (odd & Vector512.Create(0x9908b0dfu))).Store(word + Words);
            }
        }

        words.AsSpan(Words).CopyTo(words);
        next = 0;
        Temper();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Temper()
    {
        var from = MemoryMarshal.Cast<uint, Vector512<uint>>(words.AsSpan(0, Words));
        var to = MemoryMarshal.Cast<uint, Vector512<uint>>(block.AsSpan());
        for (var index = 0; index < to.Length; index++)
        {
            var word = from[index];
            word ^= word >>> 11;
            word ^= (word << 7) & Vector512.Create(0x9d2c5680u);
            word ^= (word << 15) & Vector512.Create(0xefc60000u);
            to[index] = word ^ (word >>> 18);
        }
    }
}
