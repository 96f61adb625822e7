using Experiments.Running;

namespace Experiments.Tests.Running;

public sealed class CellListTests : IDisposable
{
    private const string Head = "#cells\t1\n#program\tabc\n";
    private const string Study = "#study\t[\"depth\",\"--set\",\"a=b\\tc\"]\n#images\t0123\tMy digits\n";
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void What_was_written_is_read()
    {
        var list = new CellList("abc",
        [
            new(["depth", "--variants", "ä \"b\""], "MNIST", "0123", [new(1, "depth/a-01", 0, null), new(2, "depth/a-01", 1, 12.5)]),
            new(["init"], "MNIST", "0123", [new(3, "init/b-02", 0, 0.1)]),
        ]);
        using (var file = new StreamWriter(path) { NewLine = "\n" })
        {
            list.Write(file);
        }

        var read = CellList.Read(path);

        Assert.Equal("abc", read.Program);
        Assert.Equal(list.Cells, read.Cells);
        Assert.Equal([["depth", "--variants", "ä \"b\""], ["init"]], read.Studies.Select(study => study.Words));
        Assert.Equal(["MNIST", "MNIST"], read.Studies.Select(study => study.DataSet));
    }

    [Fact]
    public void A_part_has_its_cells_and_their_studies_alone()
    {
        File.WriteAllText(path, $"{Head}{Study}1\td/a\t0\t?\n2\td/a\t1\t?\n{Study}3\te/b\t0\t4\n{Study}4\tf/c\t0\t5\n");

        var part = CellList.Read(path, 2, 3);

        Assert.Equal([2, 3], part.Cells.Select(cell => cell.Number));
        Assert.Equal(2, part.Studies.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("epoch,step,split\n", 1)]
    [InlineData("#cells\t2\n", 1)]
    [InlineData("#cells\t1\n#study\t[\"depth\"]\n", 2)]
    [InlineData(Head + "#study\tdepth\n", 3)]
    [InlineData(Head + "1\td/a\t0\t?\n", 3)]
    [InlineData(Head + "#study\t[\"depth\"]\n1\td/a\t0\t?\n", 4)]
    [InlineData(Head + Study + "2\td/a\t0\t?\n", 5)]
    [InlineData(Head + Study + "1\td/a\t0\t?\n1\td/a\t1\t?\n", 6)]
    [InlineData(Head + Study + "1\td/a\t-1\t?\n", 5)]
    [InlineData(Head + Study + "1\td/a\t0\tsoon\n", 5)]
    [InlineData(Head + Study + "1\td/a\t0\n", 5)]
    public void A_file_that_is_no_list_is_refused_with_the_line(string text, int line)
    {
        File.WriteAllText(path, text);

        var problem = Assert.Throws<FormatException>(() => CellList.Read(path));

        Assert.Contains($"line {line},", problem.Message);
    }

    [Fact]
    public void Numbers_beyond_its_end_are_refused()
    {
        File.WriteAllText(path, $"{Head}{Study}1\td/a\t0\t?\n");

        Assert.EndsWith("has 1 cell, so there is no cell 2.", Assert.Throws<FormatException>(() => CellList.Read(path, 1, 2)).Message);
    }

    [Theory]
    [InlineData("3", 3, 3)]
    [InlineData("3-17", 3, 17)]
    public void A_range_is_a_number_or_two(string text, int from, int to) => Assert.Equal(new CellRange(from, to), CellRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2-1")]
    [InlineData("1-2-3")]
    [InlineData("a-b")]
    [InlineData("-3")]
    public void Other_words_are_no_range(string text) => Assert.Null(CellRange.Parse(text));

    public void Dispose() => File.Delete(path);
}
