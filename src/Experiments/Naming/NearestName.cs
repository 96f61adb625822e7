namespace Experiments.Naming;

/// <summary>What to say of a name that is not known.</summary>
public static class NearestName
{
    /// <summary>"Did you mean …?", if one of the known names is near, then all that are known.</summary>
    /// <param name="name">What was said.</param>
    /// <param name="known">What is known.</param>
    /// <param name="others">What may have been meant, too.</param>
    public static string Hint(string name, IEnumerable<string> known, params IEnumerable<string> others)
    {
        var all = known.ToList();
        var guess = Guess(name, all.Concat(others));
        return $"{guess}{(guess.Length > 0 ? " " : "")}Known: {string.Join(all.Any(other => other.Contains(',')) ? "; " : ", ", all)}.";
    }

    /// <summary>
    /// "Did you mean …?" of a name that is near, or what stands after its point, or else of the shortest that a part of it is said of;
    /// empty if there is none.
    /// </summary>
    /// <param name="name">What was said.</param>
    /// <param name="known">What may have been meant.</param>
    public static string Guess(string name, IEnumerable<string> known)
    {
        const int LeastPart = 3;
        var all = known.ToList();
        var (nearest, distance) = all
            .SelectMany(known => new[] { known, known[(known.LastIndexOf('.') + 1)..] }.Select(form => (known, Distance(
                name.ToLowerInvariant(), form.ToLowerInvariant()))))
            .DefaultIfEmpty(("", int.MaxValue)).MinBy(candidate => candidate.Item2);
        var meant = distance <= Math.Max(2, name.Length / 3) ? nearest
            : name.Length < LeastPart ? null
            : all.Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).MinBy(other => other.Length);
        return meant is null ? "" : $"Did you mean '{meant}'?";
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
