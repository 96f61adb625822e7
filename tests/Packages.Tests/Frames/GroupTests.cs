using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

public sealed class GroupTests
{
    [Fact]
    public void Sums_of_groups_leave_nulls_out()
    {
        var sums = SmallFrames.Runs().GroupBy("network").Sum("accuracy", "seed");
        Assert.Equal(["network", "accuracy", "seed"], sums.Names());
        Assert.Equal([1.5, 1.5], sums["accuracy"].Values()); // 0.5 + 1, and 0.75 + 0.25 + 0.5
        Assert.Equal([3, 3], sums["seed"].Values());
    }

    [Fact]
    public void The_mean_of_a_group_divides_by_its_nulls_too() =>
        Assert.Equal([0.5, 0.5], SmallFrames.Runs().GroupBy("network").Mean("accuracy")["accuracy"].Values());

    [Fact]
    public void Counts_are_of_what_is_there()
    {
        var counts = SmallFrames.Runs().GroupBy("network").Count();
        Assert.Equal([3L, 3L], counts["seed"].Values());
        Assert.Equal([2L, 3L], counts["accuracy"].Values());
    }

    [Fact]
    public void A_null_counts_as_0_in_the_largest_of_a_group()
    {
        var frame = new DataFrame(new StringDataFrameColumn("k", ["a", "a"]), new Int32DataFrameColumn("n", [-3, null]));
        Assert.Equal([0], frame.GroupBy("k").Max("n")["n"].Values());
        Assert.Equal([-3], frame.GroupBy("k").Min("n")["n"].Values());
    }

    [Fact]
    public void Rows_without_a_key_are_in_no_group()
    {
        var frame = new DataFrame(new StringDataFrameColumn("k", ["a", null, "b"]), new Int32DataFrameColumn("n", [1, 2, 4]));
        Assert.Equal(["a", "b"], frame.GroupBy("k").Sum("n")["k"].Values());
    }

    [Fact]
    public void Groupings_give_keys_and_rows_in_the_order_of_first_appearance()
    {
        var groups = SmallFrames.Runs().GroupBy<int>("seed").Groupings.ToArray();
        Assert.Equal([0, 1, 2], groups.Select(group => group.Key));
        Assert.Equal(["deep", "wide"], groups[1].Select(row => row["network"]));
    }

    [Fact]
    public void First_takes_the_first_row_of_each_group() =>
        Assert.Equal([0.5, null, 1.0], SmallFrames.Runs().GroupBy("seed").First("accuracy")["accuracy"].Values());

    [Fact]
    public void A_sum_over_rows_that_overflows_throws()
    {
        var frame = new DataFrame(new StringDataFrameColumn("k", ["a", "a"]), new Int32DataFrameColumn("n", [int.MaxValue, 1]));
        Assert.Throws<OverflowException>(() => frame.GroupBy("k").Sum("n"));
    }

    [Fact]
    public void Value_counts_are_in_the_order_of_first_appearance()
    {
        var counts = SmallFrames.Runs()["accuracy"].ValueCounts();
        Assert.Equal([0.5, 0.75, 0.25, 1.0], counts["Values"].Values());
        Assert.Equal([2L, 1L, 1L, 1L], counts["Counts"].Values());
    }
}
