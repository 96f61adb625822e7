using System.Runtime.ExceptionServices;

namespace Experiments.Results;

/// <summary>Reads many small files at once: results may have tens of thousands.</summary>
internal static class ParallelReading
{
    /// <summary>What is read of each key, in the order of the keys.</summary>
    /// <param name="keys">Says what to read.</param>
    /// <param name="read">Reads it; called by several threads at a time. What it throws is thrown.</param>
    public static IReadOnlyList<T> Of<TKey, T>(IReadOnlyList<TKey> keys, Func<TKey, T> read)
    {
        var all = new T[keys.Count];
        try
        {
            Parallel.For(0, all.Length, index => all[index] = read(keys[index]));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return all;
    }
}
