using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

public sealed class NullTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Every_null_is_where_it_was_put(int length)
    {
        var column = new Int32DataFrameColumn("n", Enumerable.Range(0, length).Select(i => i % 3 == 0 ? (int?)null : i));
        Assert.Equal((length + 2) / 3, column.NullCount);
        Assert.All(Enumerable.Range(0, length), i => Assert.Equal(i % 3 != 0, column.IsValid(i)));
    }

    [Fact]
    public void A_new_column_of_a_length_is_all_null()
    {
        Assert.Equal(5, new DoubleDataFrameColumn("x", 5).NullCount);
        Assert.Equal(5, new StringDataFrameColumn("s", 5).NullCount);
    }

    [Fact]
    public void Setting_and_unsetting_keeps_the_count()
    {
        var column = new DoubleDataFrameColumn("x", 3);
        column[1] = 2;
        column[1] = 3;
        Assert.Equal(2, column.NullCount);
        column[1] = null;
        column[1] = null;
        Assert.Equal(3, column.NullCount);
    }

    [Fact]
    public void A_null_on_either_side_makes_the_result_null()
    {
        var sum = new DoubleDataFrameColumn("x", [1, null, 3, null]) + new DoubleDataFrameColumn("y", [1, 2, null, null]);
        Assert.Equal([2.0, null, null, null], sum);
        Assert.Equal(3, sum.NullCount);
    }

    [Fact]
    public void Division_by_a_null_is_null_and_by_zero_infinite()
    {
        var ratio = new DoubleDataFrameColumn("x", [1, 1]) / new DoubleDataFrameColumn("y", [null, 0]);
        Assert.Equal([null, double.PositiveInfinity], ratio);
    }

    [Fact]
    public void Statistics_of_a_column_leave_nulls_out()
    {
        var column = new DoubleDataFrameColumn("x", [null, -2, null, -4]);
        Assert.Equal((-6.0, -3.0, -3.0, -4.0, -2.0), ((double)column.Sum(), column.Mean(), column.Median(), (double)column.Min(), (double)column.Max()));
    }

    [Fact]
    public void Cumulative_sums_step_over_nulls() =>
        Assert.Equal([1.0, null, 3.0], new DoubleDataFrameColumn("x", [1, null, 2]).CumulativeSum().Values());

    [Theory]
    [InlineData(DropNullOptions.Any, new[] { 0 })]
    [InlineData(DropNullOptions.All, new[] { 0, 1 })]
    public void Rows_with_nulls_are_dropped(DropNullOptions options, int[] rows)
    {
        var frame = new DataFrame(new DoubleDataFrameColumn("x", [1, null, null]), new StringDataFrameColumn("s", ["a", "b", null]));
        var expected = frame[rows];
        Assert.Equal(expected.ToString(), frame.DropNulls(options).ToString());
    }

    [Fact]
    public void Logic_with_a_null_is_null()
    {
        var both = new BooleanDataFrameColumn("a", [true, null]) & new BooleanDataFrameColumn("b", [true, true]);
        Assert.Equal([true, null], both);
    }
}
