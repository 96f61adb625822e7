using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers below a size in random order, anew for every pass; from System.Random, whatever torch's seed is.</summary>
public class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shuffled()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long[] Shuffled()
    {
        var random = seed is { } known ? new Random(known) : new Random();
        var order = new long[size];
        for (var i = 0L; i < size; i++)
        {
            var place = (((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }

        return order;
    }
}
