namespace Microsoft.Data.Analysis;

/// <summary>
/// Which rows of a following frame have the keys of the rows of a leading one. A leading row with a null among its keys matches every following
/// row with a null among its keys, and is left out if there is none, as in the package.
/// </summary>
internal sealed class RowMatch
{
    private const int NoMatch = -1;

    private readonly int[] _leadingKeys;
    private readonly int[] _followingKeys;
    private readonly bool[] _leadingNulls;
    private readonly bool[] _followingNulls;

    public RowMatch(DataFrame leading, string[] leadingColumns, DataFrame following, string[] followingColumns)
    {
        ArgumentNullException.ThrowIfNull(leadingColumns, "retainedJoinColumnNames");
        ArgumentNullException.ThrowIfNull(followingColumns, "supplemetaryJoinColumnNames");
        if (leadingColumns.Length != followingColumns.Length)
        {
            throw new ArgumentException(Messages.MismatchedArrayLengths, "retainedJoinColumnNames");
        }

        _leadingKeys = new int[leading.Rows.Count];
        _followingKeys = new int[following.Rows.Count];
        _leadingNulls = new bool[_leadingKeys.Length];
        _followingNulls = new bool[_followingKeys.Length];
        foreach (var (leadingName, followingName) in leadingColumns.Zip(followingColumns))
        {
            AddKey(leading.Columns[leadingName], following.Columns[followingName]);
        }
    }

    public Int64DataFrameColumn LeadingRows { get; } = new("Leading");

    public Int64DataFrameColumn FollowingRows { get; } = new("Following");

    public void MatchLeadingRows(bool keepUnmatched)
    {
        var rowsOfKey = Enumerable.Range(0, _followingKeys.Length).Where(row => _followingKeys[row] != NoMatch).ToLookup(row => _followingKeys[row]);
        var rowsWithNull = Enumerable.Range(0, _followingNulls.Length).Where(row => _followingNulls[row]).ToArray();
        for (var row = 0; row < _leadingKeys.Length; row++)
        {
            var matches = _leadingNulls[row] ? rowsWithNull : rowsOfKey[_leadingKeys[row]];
            foreach (var match in matches)
            {
                Add(row, match);
            }

            if (keepUnmatched && !_leadingNulls[row] && !matches.Any())
            {
                Add(row, null);
            }
        }
    }

    public void AddUnmatchedFollowingRows()
    {
        var matched = FollowingRows.ToHashSet();
        for (var row = 0; row < _followingKeys.Length; row++)
        {
            if (!_followingNulls[row] && !matched.Contains(row))
            {
                Add(null, row);
            }
        }
    }

    // One more key column: two rows agree on all keys so far if they agreed before and agree on this one.
    private void AddKey(DataFrameColumn leading, DataFrameColumn following)
    {
        var leadingNumbers = leading.NumberValues(following, out var followingNumbers);
        var combined = new Dictionary<(int Before, int Now), int>();
        for (var row = 0; row < _followingKeys.Length; row++)
        {
            _followingNulls[row] |= !following.IsValid(row);
            var pair = (_followingKeys[row], followingNumbers[row]);
            if (pair is (NoMatch, _) or (_, NoMatch))
            {
                _followingKeys[row] = NoMatch;
                continue;
            }

            combined.TryAdd(pair, combined.Count);
            _followingKeys[row] = combined[pair];
        }

        for (var row = 0; row < _leadingKeys.Length; row++)
        {
            _leadingNulls[row] |= !leading.IsValid(row);
            _leadingKeys[row] = combined.GetValueOrDefault((_leadingKeys[row], leadingNumbers[row]), NoMatch);
        }
    }

    private void Add(long? leading, long? following)
    {
        LeadingRows.Append(leading);
        FollowingRows.Append(following);
    }
}
