namespace Experiments.Data.Synthetic;

/// <summary>What random streams are for; a stream of one purpose never meets that of another.</summary>
internal enum Purpose { Writer = 1, Habit = 2, Training = 3, Test = 4 }

/// <summary>
/// A random stream that is a function of a purpose and an index and not of what was drawn before it, so that images can be drawn in any
/// order and by any number of threads. SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014.
/// </summary>
/// <remarks>
/// Only +, -, ×, ÷ and square roots are used here and in the drawing: they are rounded alike everywhere, sines and exponentials are not.
/// </remarks>
internal struct CounterRandom(Purpose purpose, int index)
{
    private const ulong Seed = 1;
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private static readonly double NormalScale = Math.Sqrt(3);

    private ulong state = Mix(Mix(Mix(Seed + GoldenGamma) + (ulong)purpose + GoldenGamma) + (ulong)index + GoldenGamma);

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double Uniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 to count - 1; the bias is below count / 2^53.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>
    /// Bell-shaped with mean 0, variance 1 and no value beyond ±3.47: the sum of four uniform numbers, which is all that handwriting needs.
    /// </summary>
    public double Normal()
    {
        var bits = NextBits();
        double sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return ((sum + 2) * (1.0 / 65536) - 2) * NormalScale;
    }

    private ulong NextBits() => Mix(state += GoldenGamma);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
