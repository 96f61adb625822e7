using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace Packages.Tests.Frames;

public sealed class CsvTests
{
    private static readonly Type[] _types = [typeof(string), typeof(int), typeof(double)];

    [Fact]
    public void A_round_trip_keeps_nulls_of_number_columns()
    {
        var back = Load(Save(SmallFrames.Runs()));
        Assert.Equal([0.5, 0.75, null, 0.25, 1.0, 0.5], back.Columns.GetDoubleColumn("accuracy"));
        Assert.Equal(1, back["accuracy"].NullCount);
    }

    [Fact]
    public void A_null_text_comes_back_as_the_empty_text()
    {
        var frame = new DataFrame(new StringDataFrameColumn("s", ["a", null]), new Int32DataFrameColumn("n", [1, 2]), new DoubleDataFrameColumn("x", [1, 2]));
        Assert.Equal(["a", ""], Load(Save(frame)).Columns.GetStringColumn("s"));
    }

    [Fact]
    public void The_word_null_is_read_as_a_null_in_any_column()
    {
        var frame = Load("s,n,x\nnull,NULL,Null\n");
        Assert.All(frame.Columns, column => Assert.Equal(1, column.NullCount));
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("semi;colon", "semi;colon")]
    public void Texts_that_need_quotes_get_them_and_come_back_whole(string text, string cell)
    {
        var frame = new DataFrame(new StringDataFrameColumn("s", [text]), new Int32DataFrameColumn("n", [1]), new DoubleDataFrameColumn("x", [0.5]));
        Assert.Equal($"s,n,x\n{cell},1,0.5\n", Save(frame).ReplaceLineEndings("\n"));
        Assert.Equal(text, Load(Save(frame))[0, 0]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Every_double_comes_back_to_the_last_bit(double value)
    {
        var frame = new DataFrame(new StringDataFrameColumn("s", ["a"]), new Int32DataFrameColumn("n", [1]), new DoubleDataFrameColumn("x", [value]));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)Load(Save(frame))[0, 2]));
    }

    [Fact]
    public void Numbers_are_written_and_read_in_the_culture_given()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        var frame = new DataFrame(new DoubleDataFrameColumn("x", [1.5]));
        var text = Save(frame, ';', culture);
        Assert.Equal("x\n1,5\n", text.ReplaceLineEndings("\n"));
        Assert.Equal(1.5, DataFrame.LoadCsvFromString(text, ';', dataTypes: [typeof(double)], cultureInfo: culture)[0, 0]);
    }

    [Fact]
    public void A_decimal_separator_that_separates_columns_too_is_refused()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        Assert.Throws<ArgumentException>(() => Save(SmallFrames.Runs(), ',', culture));
    }

    [Fact]
    public void A_line_with_too_many_cells_is_refused_and_one_with_too_few_is_filled_with_nulls()
    {
        Assert.Throws<ArgumentException>(() => DataFrame.LoadCsvFromString("a,b\n1,2\n3,4\n5,6,7\n", guessRows: 3, cultureInfo: CultureInfo.InvariantCulture));
        var frame = DataFrame.LoadCsvFromString("a,b\n1,2\n3\n", dataTypes: [typeof(int), typeof(int)], cultureInfo: CultureInfo.InvariantCulture);
        Assert.Equal([2, null], frame.Columns.GetInt32Column("b"));
    }

    [Fact]
    public void Blank_lines_are_skipped() => Assert.Equal(2, Load("s,n,x\n\na,1,2\n   \nb,3,4\n\n").Rows.Count);

    [Fact]
    public void A_cell_after_the_last_separator_counts() => Assert.Equal(["a", 1, null], Load("s,n,x\na,1,\n").Rows[0]);

    [Fact]
    public void A_quote_that_is_never_closed_is_refused() => Assert.ThrowsAny<Exception>(() => Load("s,n,x\n\"a,1,2\n"));

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_left_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skip\nx\n1\n"));
        stream.Position = 5;
        var frame = DataFrame.LoadCsv(stream, dataTypes: [typeof(int)], cultureInfo: CultureInfo.InvariantCulture);
        Assert.Equal(1, frame[0, 0]);
        Assert.True(stream.CanRead);
    }

    private static DataFrame Load(string text) => DataFrame.LoadCsvFromString(text, dataTypes: _types, cultureInfo: CultureInfo.InvariantCulture);

    private static string Save(DataFrame frame, char separator = ',', CultureInfo? culture = null)
    {
        using var stream = new MemoryStream();
        DataFrame.SaveCsv(frame, stream, separator, encoding: new UTF8Encoding(false), cultureInfo: culture ?? CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
