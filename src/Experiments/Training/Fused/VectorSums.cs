using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Experiments.Training.Fused;

/// <summary>Sums across vectors, several at a time.</summary>
internal static class VectorSums
{
    /// <summary>
    /// Eight times <see cref="Vector512.Sum"/>, bit for bit: neighbours first, then neighbouring pairs, fours and eights.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(
        Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, Vector512<float> s3,
        Vector512<float> s4, Vector512<float> s5, Vector512<float> s6, Vector512<float> s7)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector256.Create(
                Vector512.Sum(s0), Vector512.Sum(s1), Vector512.Sum(s2), Vector512.Sum(s3),
                Vector512.Sum(s4), Vector512.Sum(s5), Vector512.Sum(s6), Vector512.Sum(s7));
        }

        var fours = Quarters(Pairs(Pairs(s0, s1), Pairs(s2, s3)), Pairs(Pairs(s4, s5), Pairs(s6, s7)));
        return Quarters(fours, fours).GetLower();
    }

    // In every quarter: a's neighbours summed, then b's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pairs(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle(a, b, 0b10_00_10_00) + Avx512F.Shuffle(a, b, 0b11_01_11_01);

    // Quarters 0 and 1 of a summed, 2 and 3, then those of b.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, 0b10_00_10_00) + Avx512F.Shuffle4x128(a, b, 0b11_01_11_01);
}
