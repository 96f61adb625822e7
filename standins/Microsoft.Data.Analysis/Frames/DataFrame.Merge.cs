namespace Microsoft.Data.Analysis;

/// <content>Joining two frames: by the values of key columns (Merge), or row by row (Join).</content>
public partial class DataFrame
{
    public DataFrame Join(
        DataFrame other,
        string leftSuffix = "_left",
        string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        var rows = joinAlgorithm switch
        {
            JoinAlgorithm.Left => Rows.Count,
            JoinAlgorithm.Right => other.Rows.Count,
            JoinAlgorithm.FullOuter => Math.Max(Rows.Count, other.Rows.Count),
            _ => Math.Min(Rows.Count, other.Rows.Count),
        };
        return SideBySide(other, FirstRows(rows, Rows.Count), FirstRows(rows, other.Rows.Count), leftSuffix, rightSuffix);
    }

    public DataFrame Merge<TKey>(
        DataFrame other,
        string leftJoinColumn,
        string rightJoinColumn,
        string leftSuffix = "_left",
        string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left) =>
        Merge(other, [leftJoinColumn], [rightJoinColumn], leftSuffix, rightSuffix, joinAlgorithm);

    public DataFrame Merge(
        DataFrame other,
        string[] leftJoinColumns,
        string[] rightJoinColumns,
        string leftSuffix = "_left",
        string rightSuffix = "_right",
        JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        ArgumentNullException.ThrowIfNull(other);

        // One frame's rows lead; an inner join leads with the longer one, and with the right one of two equally long.
        var leftLeads = joinAlgorithm switch
        {
            JoinAlgorithm.Right => false,
            JoinAlgorithm.Inner => Rows.Count > other.Rows.Count,
            _ => true,
        };
        var match = leftLeads
            ? new RowMatch(this, leftJoinColumns, other, rightJoinColumns)
            : new RowMatch(other, rightJoinColumns, this, leftJoinColumns);
        match.MatchLeadingRows(keepUnmatched: joinAlgorithm != JoinAlgorithm.Inner);
        if (joinAlgorithm == JoinAlgorithm.FullOuter)
        {
            match.AddUnmatchedFollowingRows();
        }

        return leftLeads
            ? SideBySide(other, match.LeadingRows, match.FollowingRows, leftSuffix, rightSuffix)
            : SideBySide(other, match.FollowingRows, match.LeadingRows, leftSuffix, rightSuffix);
    }

    private static Int64DataFrameColumn FirstRows(long rows, long available) =>
        new("Rows", Enumerable.Range(0, (int)rows).Select(row => row < available ? row : (long?)null));

    private DataFrame SideBySide(DataFrame other, DataFrameColumn leftRows, DataFrameColumn rightRows, string leftSuffix, string rightSuffix)
    {
        var result = new DataFrame(Columns.Select(column => column.Clone(leftRows)));
        foreach (var column in other.Columns.Select(column => column.Clone(rightRows)))
        {
            while (result.Columns.IndexOf(column.Name) is var twin and not -1)
            {
                result.Columns[twin].SetName(column.Name + leftSuffix);
                column.SetName(column.Name + rightSuffix);
            }

            result.Columns.Add(column);
        }

        return result;
    }
}
