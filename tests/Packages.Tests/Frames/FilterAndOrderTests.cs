using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

public sealed class FilterAndOrderTests
{
    [Fact]
    public void A_filter_keeps_the_rows_where_it_is_true()
    {
        var runs = SmallFrames.Runs();
        var good = runs.Filter(runs["accuracy"].ElementwiseGreaterThanOrEqual(0.75));
        Assert.Equal(["wide", "deep"], good.Columns.GetStringColumn("network"));
        Assert.Equal([0, 2], good.Columns.GetInt32Column("seed"));
    }

    [Fact]
    public void Two_conditions_are_joined_with_and()
    {
        var runs = SmallFrames.Runs();
        var both = (PrimitiveDataFrameColumn<bool>)runs["network"].ElementwiseEquals("deep").And(runs["seed"].ElementwiseLessThan(2));
        Assert.Equal([0, 1], runs.Filter(both).Columns.GetInt32Column("seed"));
    }

    [Fact]
    public void Rows_come_in_the_order_asked_for_and_as_often()
    {
        var picked = SmallFrames.Runs()[[5, 0, 5]];
        Assert.Equal(["wide", "deep", "wide"], picked.Columns.GetStringColumn("network"));
    }

    [Fact]
    public void A_null_among_row_numbers_gives_a_row_of_nulls()
    {
        var picked = SmallFrames.Runs().Filter(new Int32DataFrameColumn("rows", [1, null]));
        Assert.Equal(["wide", null], picked["network"].Values());
        Assert.Equal([0.75, null], picked["accuracy"].Values());
    }

    [Fact]
    public void Filtered_columns_keep_their_own_types() =>
        Assert.IsType<DoubleDataFrameColumn>(SmallFrames.Runs().Filter(new BooleanDataFrameColumn("none", [false]))["accuracy"]);

    [Fact]
    public void A_comparison_sees_0_where_a_null_is()
    {
        var runs = SmallFrames.Runs();
        Assert.Equal(2, runs.Filter(runs["accuracy"].ElementwiseLessThan(0.5)).Rows.Count);
    }

    [Theory]
    [InlineData(true, true, new[] { 3, 0, 5, 1, 4, 2 })]
    [InlineData(true, false, new[] { 2, 3, 0, 5, 1, 4 })]
    public void Ordering_moves_whole_rows(bool ascending, bool nullsLast, int[] rows)
    {
        var runs = SmallFrames.Runs();
        var expected = runs[rows];
        var ordered = runs.OrderBy("accuracy", ascending, nullsLast);
        Assert.Equal(expected.Rows.Select(row => row.ToString()), ordered.Rows.Select(row => row.ToString()));
    }

    [Fact]
    public void Descending_order_is_from_the_largest_with_nulls_last() =>
        Assert.Equal([1.0, 0.75, 0.5, 0.5, 0.25, null], SmallFrames.Runs().OrderByDescending("accuracy")["accuracy"].Values());

    [Fact]
    public void A_hundred_thousand_numbers_are_put_in_order()
    {
        var numbers = Enumerable.Range(0, 100_000).Select(i => (int)(i * 7919L % 100_003)).ToArray();
        var ordered = new DataFrame(new Int32DataFrameColumn("n", numbers)).OrderBy("n").Columns.GetInt32Column("n");
        Assert.Equal(numbers.Order(), ordered.Select(value => value!.Value));
    }

    [Fact]
    public void Head_and_tail_are_the_first_and_last_rows()
    {
        Assert.Equal([0, 0], SmallFrames.Runs().Head(2).Columns.GetInt32Column("seed"));
        Assert.Equal(["deep", "wide"], SmallFrames.Runs().Tail(2).Columns.GetStringColumn("network"));
    }
}
