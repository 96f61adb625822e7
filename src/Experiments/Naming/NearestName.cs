namespace Experiments.Naming;

/// <summary>What to say of a name that is not known.</summary>
public static class NearestName
{
    /// <summary>
    /// "Did you mean …?", if one of the known names is near, or what stands after its point, then all that are known.
    /// </summary>
    /// <param name="name">What was said.</param>
    /// <param name="known">What is known.</param>
    /// <param name="others">What may have been meant, too.</param>
    public static string Hint(string name, IEnumerable<string> known, params IEnumerable<string> others)
    {
        var all = known.ToList();
        var (nearest, distance) = all.Concat(others)
            .SelectMany(known => new[] { known, known[(known.LastIndexOf('.') + 1)..] }.Select(form => (known, Distance(
                name.ToLowerInvariant(), form.ToLowerInvariant()))))
            .DefaultIfEmpty(("", int.MaxValue)).MinBy(candidate => candidate.Item2);
        var hint = distance <= Math.Max(2, name.Length / 3) ? $"Did you mean '{nearest}'? " : "";
        return $"{hint}Known: {string.Join(all.Any(candidate => candidate.Contains(',')) ? "; " : ", ", all)}.";
    }

    // Levenshtein's edit distance
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
