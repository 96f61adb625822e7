namespace ScottPlot.DataSources;

internal static class AdjacentGroups
{
    /// <summary>Runs of neighbours with equal keys, in order.</summary>
    public static IEnumerable<List<T>> GroupAdjacent<T, TKey>(this IEnumerable<T> values, Func<T, TKey> key)
    {
        List<T> run = [];
        foreach (T value in values)
        {
            if (run.Count > 0 && !EqualityComparer<TKey>.Default.Equals(key(run[^1]), key(value)))
            {
                yield return run;
                run = [];
            }
            run.Add(value);
        }
        if (run.Count > 0)
            yield return run;
    }
}
