using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

public sealed class MergeAndAppendTests
{
    private static readonly string[] _keys = ["network", "seed"];

    [Fact]
    public void A_left_merge_on_two_keys_keeps_every_row_and_both_keys()
    {
        var merged = SmallFrames.Runs().Merge(Times(), _keys, _keys, joinAlgorithm: JoinAlgorithm.Left);
        Assert.Equal(["network_left", "seed_left", "accuracy", "network_right", "seed_right", "seconds"], merged.Names());
        Assert.Equal([null, 3f, 1f, null, null, 2f], merged["seconds"].Values());
        Assert.Equal([null, "wide", "deep", null, null, "wide"], merged["network_right"].Values());
    }

    [Fact]
    public void An_inner_merge_keeps_the_rows_that_match()
    {
        var merged = SmallFrames.Runs().Merge(Times(), _keys, _keys, joinAlgorithm: JoinAlgorithm.Inner);
        Assert.Equal([3f, 1f, 2f], merged["seconds"].Values()); // in the order of the longer frame
        Assert.Equal([0, 1, 2], merged["seed_left"].Values());
    }

    [Fact]
    public void A_full_merge_ends_with_the_rows_that_only_the_right_has()
    {
        var merged = SmallFrames.Runs().Merge(Times(), _keys, _keys, joinAlgorithm: JoinAlgorithm.FullOuter);
        Assert.Equal(7, merged.Rows.Count);
        Assert.Equal([null, null, null, "none", 9, 4f], merged.Rows[6]);
    }

    [Fact]
    public void A_key_that_occurs_twice_on_both_sides_gives_all_pairs()
    {
        var left = new DataFrame(new Int32DataFrameColumn("k", [1, 1]), new Int32DataFrameColumn("a", [1, 2]));
        var right = new DataFrame(new Int32DataFrameColumn("k", [1, 1]), new Int32DataFrameColumn("b", [3, 4]));
        var merged = left.Merge<int>(right, "k", "k");
        Assert.Equal([(1, 3), (1, 4), (2, 3), (2, 4)], merged.Rows.Select(row => ((int)row["a"], (int)row["b"])));
    }

    [Fact]
    public void Keys_of_different_types_are_refused()
    {
        var left = new DataFrame(new Int32DataFrameColumn("k", [1]));
        var right = new DataFrame(new StringDataFrameColumn("k", ["1"]));
        Assert.Throws<ArgumentException>(() => left.Merge<int>(right, "k", "k"));
    }

    [Fact]
    public void Suffixes_are_added_until_names_differ()
    {
        var left = new DataFrame(new Int32DataFrameColumn("k", [1]), new Int32DataFrameColumn("a", [2]));
        var joined = left.Join(left.Clone(), "_before", "_after");
        Assert.Equal(["k_before", "a_before", "k_after", "a_after"], joined.Names());
    }

    [Fact]
    public void Appending_in_place_converts_cells_to_the_types_of_the_columns()
    {
        var runs = SmallFrames.Runs();
        Assert.Same(runs, runs.Append(["deep", "3", 1], inPlace: true));
        Assert.Equal(["deep", 3, 1.0], runs.Rows[6]);
    }

    [Fact]
    public void Appending_not_in_place_leaves_the_frame_as_it_was()
    {
        var runs = SmallFrames.Runs();
        Assert.Equal(7, runs.Append(["deep", 3, 0.5]).Rows.Count);
        Assert.Equal(6, runs.Rows.Count);
    }

    [Fact]
    public void A_bad_cell_leaves_no_half_a_row()
    {
        var runs = SmallFrames.Runs();
        Assert.Throws<FormatException>(() => runs.Append(["deep", 3, "much"], inPlace: true));
        Assert.All(runs.Columns, column => Assert.Equal(6, column.Length));
    }

    [Fact]
    public void Missing_cells_are_null()
    {
        var runs = SmallFrames.Runs();
        runs.Append(new Dictionary<string, object> { ["accuracy"] = 0.5 }, inPlace: true);
        Assert.Equal([null, null, 0.5], runs.Rows[6]);
    }

    private static DataFrame Times() => new(
        new StringDataFrameColumn("network", ["deep", "wide", "wide", "none"]),
        new Int32DataFrameColumn("seed", [1, 2, 0, 9]),
        new SingleDataFrameColumn("seconds", [1, 2, 3, 4]));
}
